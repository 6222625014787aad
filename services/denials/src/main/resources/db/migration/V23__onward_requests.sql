-- Onward release: a state that reads a denial asks its originator to release it to others too. A request is for the
-- licensing desks of these two states; who asked and who answered stands in each state's own access log.

create table onward_request (
    id               uuid        not null primary key,
    denial_id        uuid        not null,
    denial_ref       text        not null,
    originator_state text        not null,
    requesting_state text        not null,
    row_version      int         not null,
    states           text[]      not null,
    reason           text        not null,
    status           text        not null,
    asked_at         timestamptz not null,
    answer           text,
    answered_at      timestamptz,
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
comment on column onward_request.states is 'To whom the denial is wanted to be released';
comment on column onward_request.denial_ref is 'Kept here, since the denial may be hidden from the requesting state by now';
create index onward_request_asked on onward_request (requesting_state, asked_at desc, id desc);
create index onward_request_received on onward_request (originator_state, asked_at desc, id desc);

alter table onward_request enable row level security;
alter table onward_request force row level security;
create policy onward_request_select on onward_request for select to ${app} using (
    (requesting_state = (select comity_state()) or originator_state = (select comity_state())) and (select comity_desk()));
create policy onward_request_insert on onward_request for insert to ${app} with check (
    requesting_state = (select comity_state()) and originator_state <> requesting_state and (select comity_desk())
    and exists (select 1 from denial_audience a where a.denial_id = onward_request.denial_id
        and a.state = (select comity_state()) and a.released));
create policy onward_request_update on onward_request for update to ${app}
    using ((requesting_state = (select comity_state()) or originator_state = (select comity_state())) and (select comity_desk()))
    with check ((requesting_state = (select comity_state()) or originator_state = (select comity_state())) and (select comity_desk()));
grant select, insert on onward_request to ${app};
grant update (row_version, status, answer, answered_at) on onward_request to ${app};
