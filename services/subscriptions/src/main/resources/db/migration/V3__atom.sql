-- Addresses of Atom feeds: a feed reader signs in with nothing but its address.
create table atom_key (
    id         uuid        not null primary key,
    person     text        not null,
    state      text        not null,
    desk       text        not null,
    rule_id    uuid references rule (id) on delete cascade,
    name       text        not null,
    key_hash   text        not null unique,
    created_at timestamptz not null,
    used_on    date
);
comment on table atom_key is 'The addresses that a person gave to feed readers; the key itself is kept nowhere';
comment on column atom_key.used_on is 'The last day, in UTC, on which a reader came';
create index atom_key_list on atom_key (person, created_at desc, id desc);
alter table atom_key enable row level security;
alter table atom_key force row level security;
create policy atom_key_own on atom_key to ${app}
    using (person = (select comity_person()) and state = (select comity_state()) and desk = (select comity_delivery_desk()))
    with check (person = (select comity_person()) and state = (select comity_state()) and desk = (select comity_delivery_desk()));
create policy atom_key_timer on atom_key to ${timer} using (true) with check (true);
grant select, insert, delete on atom_key to ${app};
grant select, update (used_on) on atom_key to ${timer};
