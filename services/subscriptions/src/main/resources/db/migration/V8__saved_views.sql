-- Lists as people narrowed them.
create table saved_view (
    id         uuid        not null primary key,
    state      text        not null,
    desk       text        not null,
    owner      text        not null,
    owner_name text        not null,
    list       text        not null,
    name       text        not null,
    query      text        not null,
    shared     boolean     not null,
    created_at timestamptz not null
);
comment on table saved_view is 'What the address of a narrowed list says, under a name';
comment on column saved_view.shared is 'Whether the other people of its desk see it';
create index saved_view_list on saved_view (state, desk, created_at desc, id desc);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy saved_view_select on saved_view for select to ${app} using (state = (select comity_state())
    and desk = (select comity_delivery_desk()) and (shared or owner = (select comity_person())));
create policy saved_view_own on saved_view to ${app} using (state = (select comity_state())
    and desk = (select comity_delivery_desk()) and owner = (select comity_person()))
    with check (state = (select comity_state()) and desk = (select comity_delivery_desk()) and owner = (select comity_person()));
grant select, insert, delete on saved_view to ${app};
