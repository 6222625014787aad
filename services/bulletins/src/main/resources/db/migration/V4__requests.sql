-- Requests for information: a state asks other states, each of which answers it alone.
create table information_request (
    id                  uuid not null primary key,
    ref                 text not null,
    status              text not null,
    subject             text,
    text                text,
    due_on              date,
    due_in_working_days int,
    ended_because       text
);
call comity_share('information_request', 'comity_analysis_desk');
-- That an addressee opened a request is told to nobody; it answers.
drop table information_request_receipt;
alter table information_request_file add column related_bulletin uuid references bulletin (id);
comment on table information_request is 'A request for information: what its addressees see too';
comment on column information_request_file.related_bulletin is 'The bulletin that it is about; its addressees have it from information_request_related';
grant delete on information_request to ${app};
create policy information_request_delete on information_request for delete to ${app}
    using (originator_state = (select comity_state()) and (select comity_analysis_desk()) and version = 0);

-- The bulletin that a request is about, for those who read both.
create table information_request_related (
    information_request_id uuid not null primary key,
    originator_state       text not null,
    bulletin_id            uuid not null references bulletin (id),
    foreign key (information_request_id, originator_state) references information_request (id, originator_state)
);

-- What a request is to each of its addressees. An addressee has its own row alone.
create table information_request_thread (
    information_request_id uuid        not null,
    originator_state       text        not null,
    state                  text        not null,
    due_at                 timestamptz not null,
    remind_at              timestamptz,
    reminded_at            timestamptz,
    overdue_at             timestamptz,
    text                   text,
    bulletin_id            uuid references bulletin (id),
    answered_at            timestamptz,
    primary key (information_request_id, state),
    foreign key (information_request_id, originator_state) references information_request (id, originator_state)
);
comment on table information_request_thread is 'A state that is asked: until when, and what it answered';
comment on column information_request_thread.remind_at is 'From when it is to be reminded; null where the time is too short for that';
comment on column information_request_thread.overdue_at is 'When it was found that the time is over and that the state had not answered';
create index information_request_thread_due on information_request_thread (due_at) where answered_at is null;

do $$
declare
    part text;
    own constant text := 'originator_state = (select comity_state()) and (select comity_analysis_desk())';
    reads constant text := 'exists (select 1 from information_request r where r.id = information_request_id)';
    mine constant text := 'state = (select comity_state()) and ' || reads;
    answers constant text := mine || ' and (select comity_analysis_desk())';
begin
    foreach part in array array['information_request_related', 'information_request_thread']
    loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
        execute format('create policy %I on %I for insert to ${app} with check (%s)', part || '_insert', part, own);
        execute format('grant select, insert on %I to ${app}', part);
    end loop;
    execute format('create policy information_request_related_select on information_request_related for select to ${app}'
        ' using (%s and exists (select 1 from bulletin b where b.id = bulletin_id))', reads);
    execute format('create policy information_request_thread_select on information_request_thread for select to ${app}'
        ' using ((%s) or (%s))', own, mine);
    execute format('create policy information_request_thread_update on information_request_thread for update to ${app}'
        ' using (%1$s) with check (%1$s)', answers);
end
$$;
grant update (text, bulletin_id, answered_at) on information_request_thread to ${app};

-- Time reminds of what is due, and sees no word of what is asked or answered.
create policy information_request_timer_select on information_request for select to ${timer} using (version > 0);
create policy information_request_timer_update on information_request for update to ${timer} using (version > 0) with check (version > 0);
grant select (id, status, version), update (content_at) on information_request to ${timer};
create policy information_request_thread_timer_select on information_request_thread for select to ${timer} using (true);
create policy information_request_thread_timer_update on information_request_thread for update to ${timer} using (true) with check (true);
grant select (information_request_id, state, due_at, remind_at, reminded_at, overdue_at, answered_at),
    update (reminded_at, overdue_at) on information_request_thread to ${timer};
