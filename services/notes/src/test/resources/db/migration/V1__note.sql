create table note (
    id    uuid not null primary key,
    state text not null,
    text  text not null
);
alter table note enable row level security;
alter table note force row level security;
create policy note_own on note to ${app}
    using (state = (select nullif(current_setting('comity.state', true), '')))
    with check (state = (select nullif(current_setting('comity.state', true), '')));
grant select, insert on note to ${app};
