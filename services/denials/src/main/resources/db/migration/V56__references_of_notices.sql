-- A notice has a reference of its own, which ends in a random code as all do. Those that were sent get theirs here.
alter table consultation_notice no force row level security;
alter table consultation_notice add column ref text;
update consultation_notice n set ref = 'NG-' || n.requesting_state || '-' || extract(year from n.sent_at at time zone 'UTC')
        || '-' || (select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(r.bytes, i) % 32, 1), '')
                   from generate_series(0, 5) i)
    from (select consultation_id, uuid_send(gen_random_uuid()) as bytes from consultation_notice) r
    where r.consultation_id = n.consultation_id;
alter table consultation_notice alter column ref set not null;
alter table consultation_notice add unique (requesting_state, ref);
alter table consultation_notice force row level security;
comment on column consultation_notice.ref is 'Unguessable, and unique among those of its state';
