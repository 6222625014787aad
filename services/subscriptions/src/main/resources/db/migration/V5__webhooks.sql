-- Webhooks of people and systems (Standard Webhooks). The secrets are encrypted.
create table webhook (
    id              uuid        not null primary key,
    person          text        not null,
    state           text        not null,
    desk            text        not null,
    rule_id         uuid references rule (id) on delete cascade,
    name            text        not null,
    url             text        not null,
    secret          bytea       not null,
    old_secret      bytea,
    old_until       timestamptz,
    status          text        not null,
    off_because     text,
    delivered_seq   bigint      not null,
    attempts        int         not null default 0,
    failing_since   timestamptz,
    next_at         timestamptz not null,
    claimed_until   timestamptz,
    row_version     int         not null,
    created_at      timestamptz not null
);
comment on column webhook.delivered_seq is 'Up to which number of its desk''s feed it was told';
comment on column webhook.claimed_until is 'Until when a replica is at it; another one takes it over after that';
create index webhook_list on webhook (person, created_at desc, id desc);
create index webhook_due on webhook (next_at) where status = 'ACTIVE';
create table webhook_delivery (
    id         uuid        not null primary key,
    webhook_id uuid        not null references webhook (id) on delete cascade,
    seq        bigint      not null,
    at         timestamptz not null,
    took_ms    int         not null,
    outcome    text        not null,
    status     int
);
comment on column webhook_delivery.outcome is 'DELIVERED, or why not; no answer''s body is kept';
create index webhook_delivery_list on webhook_delivery (webhook_id, at desc, id desc);
do $$
declare
    own constant text := 'person = (select comity_person()) and state = (select comity_state()) and desk = (select comity_delivery_desk())';
    each text;
begin
    foreach each in array array['webhook', 'webhook_delivery']
    loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy %1$I on %2$I to ${timer} using (true) with check (true)', each || '_timer', each);
    end loop;
    execute format('create policy webhook_own on webhook to ${app} using (%1$s) with check (%1$s)', own);
    execute 'create policy webhook_delivery_own on webhook_delivery for select to ${app}'
        ' using (exists (select 1 from webhook w where w.id = webhook_id))';
end
$$;
grant select, insert, update, delete on webhook to ${app};
grant select on webhook_delivery to ${app};
grant select, update on webhook to ${timer};
grant select, insert, delete on webhook_delivery to ${timer};
