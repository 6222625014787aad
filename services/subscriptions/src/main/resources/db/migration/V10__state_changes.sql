-- Up to which version of a state's record in the registry the desks were told.
create table state_told (
    iso2    text        not null primary key,
    version bigint      not null,
    reads   boolean     not null,
    at      timestamptz not null
);
comment on column state_told.reads is 'Whether the desks of the state itself know the records of the others, so that a change is told as one';
alter table state_told enable row level security;
alter table state_told force row level security;
create policy state_told_timer on state_told to ${timer} using (true) with check (true);
grant select, insert, update on state_told to ${timer};
grant select on member_state to ${timer};
