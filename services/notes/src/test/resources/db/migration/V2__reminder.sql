create table reminder (
    id     uuid        not null primary key,
    text   text        not null,
    due_at timestamptz not null,
    sent   boolean     not null default false
);
alter table reminder enable row level security;
alter table reminder force row level security;
create policy reminder_timer_read on reminder for select to ${timer} using (true);
create policy reminder_timer_mark on reminder for update to ${timer} using (true) with check (true);
grant select (id, due_at, sent), update (sent) on reminder to ${timer};
