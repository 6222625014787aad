-- A state says that it dropped the copies that it took of a record that it sees no longer.
create table dropped_copy (
    id          uuid        not null primary key,
    record      uuid        not null,
    state       text        not null,
    desk        text        not null,
    seq         bigint      not null,
    kind        text        not null,
    ref         text        not null,
    originator  text        not null,
    person      text        not null,
    person_name text        not null,
    at          timestamptz not null,
    unique (record, state, desk, seq)
);
comment on column dropped_copy.state is 'The state whose desk dropped its copies';
comment on column dropped_copy.seq is 'The entry of the desk''s feed that told that the record was removed';
comment on column dropped_copy.originator is 'The state whose record it was, as its reference says; XX where that state stays unnamed, so that nobody reads it';
create index dropped_copy_list on dropped_copy (at desc, id desc);
alter table dropped_copy enable row level security;
alter table dropped_copy force row level security;
create policy dropped_copy_select on dropped_copy for select to ${app}
    using (state = (select comity_state()) and desk = (select comity_delivery_desk())
        or originator = (select comity_state())
            and (kind in ('BULLETIN', 'REQUEST') or (select comity_delivery_desk()) in ('LICENSING', 'CONTACT')));
create policy dropped_copy_own on dropped_copy for insert to ${app}
    with check (state = (select comity_state()) and desk = (select comity_delivery_desk()));
grant select, insert on dropped_copy to ${app};
