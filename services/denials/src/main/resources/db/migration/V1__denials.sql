-- Denials and to whom they are released. Row-level security hides rows, not columns: what only some readers of a
-- denial may see stands in a table of its own. ADR 0002 says why the audience is a table.

-- Who asks, as the kernel's wall says it with each connection. Empty values show nothing.
create function comity_state() returns text language sql stable
    return nullif(current_setting('comity.state', true), '');
create function comity_has_role(variadic wanted text[]) returns boolean language sql stable
    return string_to_array(coalesce(current_setting('comity.roles', true), ''), ',') && wanted;
-- The licensing desk: officer, approver, and the state's own system.
create function comity_desk() returns boolean language sql stable
    return comity_has_role('licensing-officer', 'licensing-approver', 'system');
create function comity_desk_or_poc() returns boolean language sql stable
    return comity_has_role('licensing-officer', 'licensing-approver', 'system', 'poc');
create function comity_analyst() returns boolean language sql stable
    return comity_has_role('analyst');

-- Copy of the registry's states, kept from registry.state.v1. Reference data: no wall.
create table member_state (
    iso2    text   not null primary key,
    name    text   not null,
    status  text   not null,
    version bigint not null
);
comment on table member_state is 'Copy of the registry''s states';
create table member_regime (
    iso2   text not null references member_state (iso2),
    regime text not null,
    primary key (iso2, regime)
);
comment on table member_regime is 'Copy of the registry''s memberships, members only, not adherents';
grant select, insert, update on member_state to ${app};
grant select, insert, delete on member_regime to ${app};

-- Procedures that the states adopt; meetings will feed this table later.
create table procedure_version (
    code                 text not null,
    version              int  not null,
    title                text not null,
    in_force_from        date not null,
    notify_preferred     int,
    notify_latest        int,
    validity_years       int,
    review_reminder_days int,
    reply_days           int,
    extension_days       int,
    primary key (code, version)
);
comment on table procedure_version is 'Day counts of the voluntary procedures; the version in force on the day is obeyed';
comment on column procedure_version.notify_preferred is 'Calendar days after the decision within which a denial is preferably notified';
comment on column procedure_version.notify_latest is 'Calendar days after the decision within which a denial is notified at the latest';
comment on column procedure_version.reply_days is 'Working days for a reply to a consultation';
comment on column procedure_version.extension_days is 'Working days that an extension adds at the most';
insert into procedure_version (code, version, title, in_force_from, notify_preferred, notify_latest, validity_years,
                               review_reminder_days, reply_days, extension_days)
values ('DENIAL_NOTIFICATION', 1, 'Denial notification', '2023-03-30', 30, 60, 3, 60, null, null),
       ('NO_UNDERCUT_CONSULTATION', 1, 'No-undercut consultation', '2023-03-30', 30, 60, null, null, 10, 30);
grant select on procedure_version to ${app};

-- What every reader of a denial may see.
create table denial (
    id                 uuid        not null primary key,
    ref                text        not null,
    originator_state   text        not null,
    status             text        not null,
    version            int         not null,
    kind               text,
    decision_date      date,
    notified_at        timestamptz,
    basis              text,
    destination_state  text,
    transit_states     text[]      not null,
    validity_policy    text        not null,
    valid_from         date,
    review_due         date,
    renewal_count      int         not null,
    suspension_ends_on date,
    tlp                text        not null,
    release_mode       text        not null,
    permitted_use      text[]      not null,
    provenance         text        not null,
    caveats            text[]      not null,
    withheld           jsonb       not null,
    supersedes         text,
    content_at         timestamptz not null,
    unique (originator_state, ref),
    unique (id, originator_state)
);
comment on table denial is 'A denial notification: its header, for every reader';
comment on column denial.version is 'Counts notified content: 0 before the first notification';
comment on column denial.content_at is 'When the content that readers see last changed';

-- To whom a denial is released: one row for each state that may read, its originator's own from the first draft on.
create table denial_audience (
    denial_id        uuid        not null,
    state            text        not null,
    originator_state text        not null,
    own              boolean     not null,
    released         boolean     not null,
    licensing        boolean     not null,
    analysis         boolean     not null,
    listed_at        timestamptz not null,
    primary key (denial_id, state),
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
comment on column denial_audience.own is 'The state is the originator';
comment on column denial_audience.released is 'Notified to this state: the licensing desk and the point of contact see the header';
comment on column denial_audience.licensing is 'Released for licensing: they see parties and narrative too';
comment on column denial_audience.analysis is 'Released for policy work: analysts see the header';
comment on column denial_audience.listed_at is 'When the denial came onto this state''s list; the order of lists and cursors';
create index denial_audience_list on denial_audience (state, listed_at desc, denial_id desc);

create table denial_item (
    id               uuid not null primary key,
    denial_id        uuid not null,
    originator_state text not null,
    position         int  not null,
    control_code     text,
    control_list     text,
    sensitivity      text,
    description      text,
    key_parameters   jsonb not null,
    quantity         numeric,
    unit             text,
    product_type     text,
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
create index denial_item_denial on denial_item (denial_id);

-- Each item's entry and the entries above it, so that a filter needs equality alone.
create table denial_item_code (
    denial_id        uuid not null,
    originator_state text not null,
    code             text not null,
    primary key (denial_id, code),
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
comment on table denial_item_code is '5A001.f.2 stands here as 5A001, 5A001.f and 5A001.f.2: LIKE would not use its index under the policy';
create index denial_item_code_code on denial_item_code (code, denial_id);

create table denial_party (
    id                 uuid not null primary key,
    denial_id          uuid not null,
    originator_state   text not null,
    position           int  not null,
    role               text not null,
    name               text not null,
    aliases            text[] not null,
    native_script_name text,
    address            text,
    country            text,
    identifiers        jsonb not null,
    entity_type        text,
    natural_person     boolean,
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
create index denial_party_denial on denial_party (denial_id);

create table denial_reason (
    id               uuid not null primary key,
    denial_id        uuid not null,
    originator_state text not null,
    position         int  not null,
    criterion        text not null,
    misuse_types     text[] not null,
    rights_engaged   text[] not null,
    tearline         text,
    narrative        text,
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
create index denial_reason_denial on denial_reason (denial_id);

create table denial_narrative (
    denial_id        uuid not null primary key,
    originator_state text not null,
    stated_end_use   text,
    assessed_end_use text,
    renewal_grounds  text,
    final_assessment text,
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);

create table denial_external_ref (
    id               uuid not null primary key,
    denial_id        uuid not null,
    originator_state text not null,
    position         int  not null,
    system           text not null,
    ref              text not null,
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
create index denial_external_ref_denial on denial_external_ref (denial_id);

-- The originator's own file on the denial: no other state ever sees a row of these two.
create table denial_file (
    denial_id          uuid        not null primary key,
    originator_state   text        not null,
    row_version        int         not null,
    release_version    int         not null,
    release_states     text[]      not null,
    release_excluded   text[]      not null,
    release_regime     text,
    national_ref       text,
    national_annex     jsonb,
    created_by         text        not null,
    created_by_name    text        not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    working_copy       text,
    submitted_by       text,
    submitted_by_name  text,
    submitted_at       timestamptz,
    returned_because   text,
    approved_by        text,
    approved_by_name   text,
    amendment          jsonb,
    foreign key (denial_id, originator_state) references denial (id, originator_state),
    unique (originator_state, national_ref)
);
comment on column denial_file.row_version is 'Optimistic lock of the whole denial';
comment on column denial_file.working_copy is 'What is being worked on: DRAFT or SUBMITTED; null when nothing is';
comment on column denial_file.amendment is 'The content of an open amendment, while readers see what was notified';

create table denial_version (
    denial_id        uuid        not null,
    originator_state text        not null,
    version          int         not null,
    notified_at      timestamptz not null,
    content          jsonb       not null,
    primary key (denial_id, version),
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
comment on table denial_version is 'What was notified, version by version';

-- The wall. A row of the audience is shown to its state and to the originator's desk; everything else hangs on it.
do $$
declare
    header constant text := 'exists (select 1 from denial_audience a where a.denial_id = %s and a.state = (select comity_state())'
        ' and ((a.own and (select comity_desk())) or (a.released and (select comity_desk_or_poc()))'
        ' or (a.analysis and (select comity_analyst()))))';
    full_text constant text := 'exists (select 1 from denial_audience a where a.denial_id = %s and a.state = (select comity_state())'
        ' and ((a.own and (select comity_desk())) or (a.licensing and (select comity_desk_or_poc()))))';
    own constant text := 'originator_state = (select comity_state()) and (select comity_desk())';
    name text;
begin
    foreach name in array array['denial', 'denial_audience', 'denial_item', 'denial_item_code', 'denial_party', 'denial_reason',
            'denial_narrative', 'denial_external_ref', 'denial_file', 'denial_version']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I for insert to ${app} with check (%s)', name || '_insert', name, own);
    end loop;

    execute format('create policy denial_select on denial for select to ${app} using (%s)', format(header, 'denial.id'));
    execute 'create policy denial_audience_select on denial_audience for select to ${app} using '
        '(state = (select comity_state()) or (originator_state = (select comity_state()) and (select comity_desk())))';
    foreach name in array array['denial_item', 'denial_item_code']
    loop
        execute format('create policy %I on %I for select to ${app} using (%s)', name || '_select', name,
            format(header, format('%I.denial_id', name)));
    end loop;
    foreach name in array array['denial_party', 'denial_reason', 'denial_narrative']
    loop
        execute format('create policy %I on %I for select to ${app} using (%s)', name || '_select', name,
            format(full_text, format('%I.denial_id', name)));
    end loop;
    -- Another system's reference is for that system's members.
    execute format('create policy denial_external_ref_select on denial_external_ref for select to ${app} using ((%s) or (%s and exists'
        ' (select 1 from member_regime m where m.iso2 = (select comity_state()) and m.regime = denial_external_ref.system)))',
        own, format(header, 'denial_external_ref.denial_id'));
    foreach name in array array['denial_file', 'denial_version']
    loop
        execute format('create policy %I on %I for select to ${app} using (%s)', name || '_select', name, own);
    end loop;

    foreach name in array array['denial', 'denial_audience', 'denial_narrative', 'denial_file']
    loop
        execute format('create policy %I on %I for update to ${app} using (%s) with check (%s)', name || '_update', name, own, own);
        execute format('grant update on %I to ${app}', name);
    end loop;
    foreach name in array array['denial_audience', 'denial_item', 'denial_item_code', 'denial_party', 'denial_reason', 'denial_external_ref']
    loop
        execute format('create policy %I on %I for delete to ${app} using (%s)', name || '_delete', name, own);
        execute format('grant delete on %I to ${app}', name);
    end loop;
    foreach name in array array['denial', 'denial_audience', 'denial_item', 'denial_item_code', 'denial_party', 'denial_reason',
            'denial_narrative', 'denial_external_ref', 'denial_file', 'denial_version']
    loop
        execute format('grant select, insert on %I to ${app}', name);
    end loop;
end
$$;
