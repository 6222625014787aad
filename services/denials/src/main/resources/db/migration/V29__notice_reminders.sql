-- Until when a notice of a grant is due, so that the requesting state can be reminded. A row of its own, with an id of its
-- own for the event: that a notice is due tells what other states said, or of a denial that a consulted state may not read.

create table consultation_notice_clock (
    id                    uuid not null primary key,
    consultation_id       uuid not null unique,
    requesting_state      text not null,
    version               int  not null default 1,
    asked                 boolean not null,
    preferred_by          date not null,
    latest_by             date not null,
    reminded_preferred_at timestamptz,
    reminded_latest_at    timestamptz,
    ended_at              timestamptz,
    foreign key (consultation_id, requesting_state) references consultation (id, requesting_state)
);
comment on table consultation_notice_clock is 'By when the notice of a grant is due; for the requesting desk and the timer';
comment on column consultation_notice_clock.version is 'Counts reminders; the version in their events';
comment on column consultation_notice_clock.asked is 'Whether the grant asked for a notice when it was decided; a late reply may ask for one since';
comment on column consultation_notice_clock.ended_at is 'When the notice was sent, or the consultation was filed away';
create index consultation_notice_clock_due on consultation_notice_clock (latest_by) where ended_at is null;

alter table consultation_notice_clock enable row level security;
alter table consultation_notice_clock force row level security;
create policy consultation_notice_clock_select on consultation_notice_clock for select to ${app}
    using (requesting_state = (select comity_state()) and (select comity_desk()));
create policy consultation_notice_clock_insert on consultation_notice_clock for insert to ${app}
    with check (requesting_state = (select comity_state()) and (select comity_desk()));
create policy consultation_notice_clock_update on consultation_notice_clock for update to ${app}
    using (requesting_state = (select comity_state()) and (select comity_desk()))
    with check (requesting_state = (select comity_state()) and (select comity_desk()));
grant select, insert, update (ended_at) on consultation_notice_clock to ${app};

create policy consultation_notice_clock_timer_read on consultation_notice_clock for select to ${timer} using (true);
create policy consultation_notice_clock_timer_mark on consultation_notice_clock for update to ${timer} using (true) with check (true);
grant select (id, consultation_id, version, asked, preferred_by, latest_by, reminded_preferred_at, reminded_latest_at, ended_at),
    update (version, reminded_preferred_at, reminded_latest_at) on consultation_notice_clock to ${timer};

-- Of an answer the timer sees whether it asks for a notice, and not what it is.
alter table consultation_thread add column asks_for_notice boolean not null
    generated always as (coalesce(answer = 'IDENTICAL', false) and not voluntary) stored;
grant select (consultation_id, asks_for_notice) on consultation_thread to ${timer};
