-- Half-yearly returns: what a state denied of less sensitive items, in sum, or that it denied nothing.

create table denial_return (
    id               uuid        not null primary key,
    originator_state text        not null,
    period           text        not null,
    kind             text        not null,
    status           text        not null,
    lines            jsonb       not null,
    tlp              text        not null,
    release_mode     text        not null,
    permitted_use    text[]      not null,
    content_at       timestamptz not null,
    unique (originator_state, period),
    unique (id, originator_state)
);
comment on table denial_return is 'A state''s return for a half-year: aggregated denials, or none';
comment on column denial_return.period is 'Such as 2026-H1';
comment on column denial_return.lines is 'For each destination and entry, how many licences were denied, and why; no party';

-- To whom a return is released: one row for each state that may read, its originator's own from the first on.
create table denial_return_audience (
    return_id        uuid    not null,
    state            text    not null,
    originator_state text    not null,
    own              boolean not null,
    released         boolean not null,
    analysis         boolean not null,
    primary key (return_id, state),
    foreign key (return_id, originator_state) references denial_return (id, originator_state)
);
create index denial_return_audience_state on denial_return_audience (state);

-- The originator's own file on it.
create table denial_return_file (
    return_id         uuid        not null primary key,
    originator_state  text        not null,
    row_version       int         not null,
    release_states    text[]      not null,
    release_excluded  text[]      not null,
    release_regime    text,
    submitted_by      text        not null,
    submitted_by_name text        not null,
    submitted_at      timestamptz not null,
    returned_because  text,
    approved_by       text,
    approved_by_name  text,
    updated_at        timestamptz not null,
    foreign key (return_id, originator_state) references denial_return (id, originator_state)
);

do $$
declare
    readable constant text := 'exists (select 1 from denial_return_audience a where a.return_id = %s and a.state = (select comity_state())'
        ' and ((a.own and (select comity_desk())) or (a.released and (select comity_desk_or_poc()))'
        ' or (a.analysis and (select comity_analyst()))))';
    own constant text := 'originator_state = (select comity_state()) and (select comity_desk())';
    name text;
begin
    foreach name in array array['denial_return', 'denial_return_audience', 'denial_return_file']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I for insert to ${app} with check (%s)', name || '_insert', name, own);
        execute format('create policy %I on %I for update to ${app} using (%s) with check (%s)', name || '_update', name, own, own);
        execute format('grant select, insert, update on %I to ${app}', name);
    end loop;
    execute format('create policy denial_return_select on denial_return for select to ${app} using (%s)',
        format(readable, 'denial_return.id'));
    execute 'create policy denial_return_audience_select on denial_return_audience for select to ${app} using '
        '(state = (select comity_state()) or (originator_state = (select comity_state()) and (select comity_desk())))';
    execute format('create policy denial_return_file_select on denial_return_file for select to ${app} using (%s)', own);
    execute format('create policy denial_return_audience_delete on denial_return_audience for delete to ${app} using (%s)', own);
    grant delete on denial_return_audience to ${app};
end
$$;
