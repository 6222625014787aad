-- Consultations: a state asks others about a candidate transaction, each in a thread of its own. No state learns of
-- another's thread. What is shown to different readers stands in different tables, since row-level security hides
-- rows. Nothing here exists for another state before the consultation is requested: a draft is one row of the
-- requesting state's own file. ADR 0012.

create table consultation (
    id                uuid        not null primary key,
    ref               text        not null,
    requesting_state  text        not null,
    type              text        not null,
    tlp               text        not null,
    version           int         not null,
    requested_at      timestamptz,
    procedure_version int,
    unique (requesting_state, ref),
    unique (id, requesting_state)
);
comment on table consultation is 'What every party of a consultation may see, and who gets its undercut notice';
comment on column consultation.version is 'Counts what happened to the whole that others were told; no thread counts here';
comment on column consultation.procedure_version is 'The version of NO_UNDERCUT_CONSULTATION that was in force on the day of the request';

create table consultation_file (
    consultation_id   uuid        not null primary key,
    requesting_state  text        not null,
    row_version       int         not null,
    content           jsonb       not null,
    working_copy      text,
    created_by        text        not null,
    created_by_name   text        not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    submitted_by      text,
    submitted_by_name text,
    submitted_at      timestamptz,
    returned_because  text,
    approved_by       text,
    approved_by_name  text,
    decided_by        text,
    decided_by_name   text,
    notice_required   boolean,
    foreign key (consultation_id, requesting_state) references consultation (id, requesting_state)
);
comment on table consultation_file is 'The requesting state''s own file: the draft with all whom it asks, its reference, exporter and value, who worked on it';
comment on column consultation_file.row_version is 'Optimistic lock of the whole consultation';
comment on column consultation_file.working_copy is 'DRAFT or SUBMITTED; null once it was requested';
comment on column consultation_file.notice_required is 'Whether the decision asks for an undercut notice; null before the decision';

create table consultation_transaction (
    consultation_id  uuid  not null primary key,
    requesting_state text  not null,
    candidate        jsonb not null,
    question         text  not null,
    foreign key (consultation_id, requesting_state) references consultation (id, requesting_state)
);
comment on table consultation_transaction is 'The candidate transaction and the question, for the parties';

create table consultation_thread (
    id               uuid        not null primary key,
    consultation_id  uuid        not null,
    requesting_state text        not null,
    consulted_state  text        not null,
    type             text        not null,
    version          int         not null,
    voluntary        boolean     not null,
    zone             text        not null,
    requested_at     timestamptz not null,
    first_due_at     timestamptz not null,
    due_at           timestamptz not null,
    remind_at        timestamptz not null,
    reminded_at      timestamptz,
    extended_days    int         not null,
    more_asked       boolean     not null,
    proposal_by      text,
    proposal_days    int,
    answer           text,
    replied_at       timestamptz,
    deemed_at        timestamptz,
    ended_at         timestamptz,
    changed_at       timestamptz not null,
    foreign key (consultation_id, requesting_state) references consultation (id, requesting_state),
    unique (consultation_id, consulted_state),
    unique (id, requesting_state, consulted_state)
);
comment on table consultation_thread is 'What one consulted state has of a consultation: for it and the requesting state';
comment on column consultation_thread.version is 'Counts what happened in the thread; its optimistic lock';
comment on column consultation_thread.voluntary is 'It cites catch-all denials alone, for which there is no no-undercut procedure';
comment on column consultation_thread.due_at is 'The last instant of the last day to reply, in zone; a later edit of the calendar does not move it';
comment on column consultation_thread.deemed_at is 'The end of the deadline, once silence was taken down as an answer';
create index consultation_thread_consulted on consultation_thread (consulted_state, requested_at desc);
create index consultation_thread_open on consultation_thread (due_at)
    where replied_at is null and deemed_at is null and ended_at is null;

create table consultation_thread_denial (
    thread_id        uuid    not null,
    consultation_id  uuid    not null,
    requesting_state text    not null,
    consulted_state  text    not null,
    position         int     not null,
    denial_id        uuid    not null,
    denial_ref       text    not null,
    catch_all        boolean not null,
    told_at          timestamptz,
    primary key (thread_id, denial_id),
    foreign key (thread_id, requesting_state, consulted_state)
        references consultation_thread (id, requesting_state, consulted_state)
);
comment on table consultation_thread_denial is 'The denials that are cited in a thread';
comment on column consultation_thread_denial.told_at is 'When the thread was told that the denial is revoked or has expired';
create index consultation_thread_denial_denial on consultation_thread_denial (denial_id);
create index consultation_thread_denial_consultation on consultation_thread_denial (consultation_id);

create table consultation_entry (
    id               uuid        not null primary key,
    thread_id        uuid        not null,
    requesting_state text        not null,
    consulted_state  text        not null,
    author_state     text        not null,
    position         int         not null,
    kind             text        not null,
    text             text,
    working_days     int,
    at               timestamptz not null,
    unique (thread_id, position),
    foreign key (thread_id, requesting_state, consulted_state)
        references consultation_thread (id, requesting_state, consulted_state)
);
comment on table consultation_entry is 'What the two parties of a thread said to each other, in its order';

create table consultation_outcome (
    consultation_id  uuid        not null primary key,
    requesting_state text        not null,
    outcome          text        not null,
    explanation      text,
    decided_at       timestamptz not null,
    closed_at        timestamptz,
    foreign key (consultation_id, requesting_state) references consultation (id, requesting_state)
);
comment on table consultation_outcome is 'How the requesting state decided, for the parties';

create table consultation_note (
    id              uuid        not null primary key,
    consultation_id uuid        not null,
    state           text        not null,
    written_by      text        not null,
    written_by_name text        not null,
    text            text        not null,
    at              timestamptz not null
);
comment on table consultation_note is 'Internal notes of a party; no other state ever sees a row';
create index consultation_note_list on consultation_note (consultation_id, state, at);

create table undercut_notice (
    consultation_id  uuid        not null primary key,
    requesting_state text        not null,
    reasons          text        not null,
    decided_on       date        not null,
    preferred_by     date        not null,
    latest_by        date        not null,
    sent_at          timestamptz not null,
    foreign key (consultation_id, requesting_state) references consultation (id, requesting_state)
);
comment on table undercut_notice is 'That a licence was granted in spite of denials, for the states that may read one of these denials';
comment on column undercut_notice.decided_on is 'The day of the decision, in UTC';

create table undercut_notice_denial (
    consultation_id  uuid not null,
    requesting_state text not null,
    denial_id        uuid not null,
    denial_ref       text not null,
    primary key (consultation_id, denial_id),
    foreign key (consultation_id, requesting_state) references consultation (id, requesting_state)
);
comment on table undercut_notice_denial is 'The denials in spite of which it was granted; each row for who may read that denial. Nobody keeps a list of recipients';
create index undercut_notice_denial_denial on undercut_notice_denial (denial_id, consultation_id);

-- The wall.
do $$
declare
    own_desk constant text := 'requesting_state = (select comity_state()) and (select comity_desk())';
    own constant text := 'requesting_state = (select comity_state()) and (select comity_desk_or_poc())';
    consulted constant text := 'consulted_state = (select comity_state()) and (select comity_desk_or_poc())';
    party_of constant text := '(%1$I.requesting_state = (select comity_state()) and (select comity_desk_or_poc()))'
        ' or exists (select 1 from consultation_thread t where t.consultation_id = %1$I.consultation_id'
        ' and t.consulted_state = (select comity_state()))';
    reads_denial constant text := 'exists (select 1 from denial_audience a where a.denial_id = %I.denial_id'
        ' and a.state = (select comity_state()) and ((a.own and (select comity_desk()))'
        ' or (a.released and (select comity_desk_or_poc()))))';
    name text;
begin
    foreach name in array array['consultation', 'consultation_file', 'consultation_transaction', 'consultation_thread',
            'consultation_thread_denial', 'consultation_entry', 'consultation_outcome', 'consultation_note',
            'undercut_notice', 'undercut_notice_denial']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('grant select, insert on %I to ${app}', name);
        if name not in ('consultation_entry', 'consultation_note') then
            execute format('create policy %I on %I for insert to ${app} with check (%s)', name || '_insert', name, own_desk);
        end if;
    end loop;

    -- A party speaks for itself alone.
    execute 'create policy consultation_entry_insert on consultation_entry for insert to ${app} with check ('
        'author_state = (select comity_state()) and (select comity_desk())'
        ' and (requesting_state = (select comity_state()) or consulted_state = (select comity_state())))';
    execute 'create policy consultation_note_insert on consultation_note for insert to ${app} with check ('
        'state = (select comity_state()) and (select comity_desk()))';
    execute 'create policy consultation_note_select on consultation_note for select to ${app} using ('
        'state = (select comity_state()) and (select comity_desk()))';

    execute format('create policy consultation_file_select on consultation_file for select to ${app} using (%s)', own_desk);
    foreach name in array array['consultation_thread', 'consultation_entry']
    loop
        execute format('create policy %I on %I for select to ${app} using ((%s) or (%s))', name || '_select', name, own, consulted);
    end loop;
    -- The requesting state wrote down what it cited; the consulted state sees it while it may read the denial.
    execute format('create policy consultation_thread_denial_select on consultation_thread_denial for select to ${app}'
        ' using ((%s) or (%s and %s))', own, consulted, format(reads_denial, 'consultation_thread_denial'));
    foreach name in array array['consultation_transaction', 'consultation_outcome']
    loop
        execute format('create policy %I on %I for select to ${app} using (%s)', name || '_select', name, format(party_of, name));
    end loop;
    execute format('create policy undercut_notice_denial_select on undercut_notice_denial for select to ${app}'
        ' using ((%s) or %s)', own, format(reads_denial, 'undercut_notice_denial'));
    execute format('create policy undercut_notice_select on undercut_notice for select to ${app} using ((%s) or exists'
        ' (select 1 from undercut_notice_denial d where d.consultation_id = undercut_notice.consultation_id))', own);
    execute format('create policy consultation_select on consultation for select to ${app} using ((%s)'
        ' or (requesting_state = (select comity_state()) and requested_at is not null and (select comity_desk_or_poc()))'
        ' or exists (select 1 from consultation_thread t where t.consultation_id = consultation.id'
        ' and t.consulted_state = (select comity_state()))'
        ' or exists (select 1 from undercut_notice n where n.consultation_id = consultation.id))', own_desk);

    foreach name in array array['consultation', 'consultation_file', 'consultation_outcome']
    loop
        execute format('create policy %I on %I for update to ${app} using (%s) with check (%s)', name || '_update', name, own_desk, own_desk);
    end loop;
    execute format('create policy consultation_thread_update on consultation_thread for update to ${app} using (%1$s) with check (%1$s)',
        '(requesting_state = (select comity_state()) or consulted_state = (select comity_state())) and (select comity_desk())');
end
$$;
grant update (type, tlp, version, requested_at, procedure_version) on consultation to ${app};
grant update on consultation_file to ${app};
grant update (closed_at) on consultation_outcome to ${app};
grant update (version, due_at, remind_at, reminded_at, extended_days, more_asked, proposal_by, proposal_days, answer,
              replied_at, deemed_at, ended_at, changed_at) on consultation_thread to ${app};

-- What the timer needs to take silence for an answer, to remind, and to tell of a denial that ended (of which V3 shows it
-- id and status).
create policy consultation_thread_timer_read on consultation_thread for select to ${timer} using (true);
create policy consultation_thread_timer_mark on consultation_thread for update to ${timer} using (true) with check (true);
grant select (id, requesting_state, consulted_state, version, due_at, remind_at, reminded_at, replied_at, deemed_at,
              ended_at, changed_at) on consultation_thread to ${timer};
grant update (version, reminded_at, deemed_at, changed_at) on consultation_thread to ${timer};
create policy consultation_thread_denial_timer_read on consultation_thread_denial for select to ${timer} using (true);
create policy consultation_thread_denial_timer_mark on consultation_thread_denial for update to ${timer} using (true) with check (true);
grant select (thread_id, denial_id, told_at), update (told_at) on consultation_thread_denial to ${timer};
create policy denial_audience_consultation_timer_read on denial_audience for select to ${timer} using (released);
grant select (denial_id, state, released) on denial_audience to ${timer};
