-- What a service needs that shares records. The service names this location in quarkus.flyway.locations, creates the header of
-- its record with id and ref, and calls comity_share. (denials has the same from migrations of its own, older than this one.)

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
-- Those who work on bulletins: the licensing desk, and analysts.
create function comity_analysis_desk() returns boolean language sql stable
    return comity_state() is not null and comity_has_role('licensing-officer', 'licensing-approver', 'system', 'analyst');
-- As whom the caller reads: its state; the secretariat stands in an audience as ZZ.
create function comity_reader() returns text language sql stable
    return case when comity_has_role('secretariat', 'secretariat-admin') then 'ZZ' else comity_state() end;

-- Copy of the registry's states, kept from registry.state.v1. Reference data: no wall.
create table member_state (
    iso2    text   not null primary key,
    name    text   not null,
    status  text   not null,
    version bigint not null
);
create table member_regime (
    iso2   text not null references member_state (iso2),
    regime text not null,
    since  date,
    primary key (iso2, regime)
);
create table member_calendar (
    iso2     text   not null primary key,
    version  bigint not null,
    zone     text   not null,
    weekend  text[] not null,
    holidays date[] not null
);
comment on table member_state is 'Copy of the registry''s states';
comment on table member_regime is 'Copy of the registry''s memberships, members only, not adherents';
comment on column member_regime.since is 'First day of the membership, in UTC; null where the registry does not know it';
comment on table member_calendar is 'When states work; deadlines are computed from it once, and kept as instants';
grant select, insert, update on member_state, member_calendar to ${app};
grant select, insert, delete on member_regime to ${app};
create function comity_member(wanted_state text, wanted_regime text) returns boolean language sql stable as $$
    select exists (select 1 from member_regime m where m.iso2 = wanted_state and m.regime = wanted_regime
        and (m.since is null or m.since <= (now() at time zone 'UTC')::date))
$$;

-- References of drafts that were thrown away: they are not given again.
create table discarded_reference (
    originator_state text not null,
    reference        text not null,
    primary key (originator_state, reference)
);
comment on table discarded_reference is 'References of drafts that were thrown away; who did it stands in the audit trail';
alter table discarded_reference enable row level security;
alter table discarded_reference force row level security;
create policy discarded_reference_own on discarded_reference to ${app}
    using (originator_state = (select comity_state())) with check (originator_state = (select comity_state()));
grant select, insert on discarded_reference to ${app};

-- Gives a record the columns of its release, its audience, its receipts and its desk's file, and puts the wall around all four.
-- The header is a table of the record's name with id and ref, and what the record says; a service adds columns to the file, and
-- tables of its own with policies of their own.
-- The desk is comity_desk, or comity_analysis_desk for what analysts work on and the secretariat may read.
create procedure comity_share(record text, desk text default 'comity_desk') language plpgsql as $body$
declare
    mine constant text := format('originator_state = (select comity_state()) and (select %s())', desk);
    others constant text := case desk when 'comity_desk' then 'a.analysis and (select comity_analyst())'
        else 'a.released and a.state = ''ZZ'' and (select comity_reader()) = ''ZZ''' end;
    reads constant text := format('((a.own and (select %1$s())) or (a.released and ((select %1$s()) or (select comity_has_role(''poc''))))'
        ' or (%2$s)) and (a.regime is null or comity_member(a.state, a.regime))', desk, others);
    part text;
begin
    execute format($sql$
        alter table %1$I
            add column originator_state text        not null,
            add column version          int         not null,
            add column tlp              text        not null,
            add column release_mode     text        not null,
            add column permitted_use    text[]      not null,
            add column content_at       timestamptz not null,
            add constraint %1$s_of_its_state unique (id, originator_state),
            add constraint %1$s_ref unique (originator_state, ref);
        create table %1$s_audience (
            %1$s_id          uuid        not null,
            state            text        not null,
            originator_state text        not null,
            own              boolean     not null,
            released         boolean     not null,
            licensing        boolean     not null,
            analysis         boolean     not null,
            regime           text,
            listed_at        timestamptz not null,
            primary key (%1$s_id, state),
            foreign key (%1$s_id, originator_state) references %1$I (id, originator_state) on delete cascade
        );
        create index %1$s_audience_list on %1$s_audience (state, listed_at desc, %1$s_id desc);
        create table %1$s_receipt (
            id               uuid not null primary key,
            %1$s_id          uuid not null,
            originator_state text not null,
            ref              text not null,
            state            text not null,
            version          int  not null,
            day              date not null,
            foreign key (%1$s_id, originator_state) references %1$I (id, originator_state),
            unique (%1$s_id, state, version, day)
        );
        create index %1$s_receipt_list on %1$s_receipt (originator_state, day desc, id desc);
        create table %1$s_file (
            %1$s_id           uuid        not null primary key,
            originator_state  text        not null,
            row_version       int         not null,
            created_by        text        not null,
            created_by_name   text        not null,
            created_at        timestamptz not null,
            updated_at        timestamptz not null,
            working_copy      text,
            submitted_by      text,
            submitted_by_name text,
            submitted_at      timestamptz,
            returned_because  text,
            approved_by       text,
            approved_by_name  text,
            release_states    text[]      not null,
            release_excluded  text[]      not null,
            release_regime    text,
            foreign key (%1$s_id, originator_state) references %1$I (id, originator_state) on delete cascade
        )$sql$, record);
    foreach part in array array[record, record || '_audience', record || '_receipt', record || '_file']
    loop
        execute format('alter table %I enable row level security', part);
        execute format('alter table %I force row level security', part);
    end loop;
    foreach part in array array[record, record || '_audience', record || '_file']
    loop
        execute format('create policy %I on %I for insert to ${app} with check (%s)', part || '_insert', part, mine);
        execute format('create policy %I on %I for update to ${app} using (%s) with check (%s)', part || '_update', part, mine, mine);
        execute format('grant select, insert, update on %I to ${app}', part);
    end loop;
    execute format('create policy %1$s_select on %1$I for select to ${app} using (exists (select 1 from %1$s_audience a'
        ' where a.%1$s_id = %1$I.id and a.state = (select comity_reader()) and %2$s))', record, reads);
    execute format('create policy %1$s_audience_select on %1$s_audience for select to ${app} using ('
        '(state = (select comity_reader()) and %2$s) or (%3$s))', record, replace(reads, 'a.', ''), mine);
    execute format('create policy %1$s_audience_delete on %1$s_audience for delete to ${app} using (%2$s)', record, mine);
    execute format('create policy %1$s_file_select on %1$s_file for select to ${app} using (%2$s)', record, mine);
    execute format('grant delete on %1$s_audience to ${app}', record);
    -- A reader leaves a receipt for what it may read, and never reads one back.
    execute format('create policy %1$s_receipt_insert on %1$s_receipt for insert to ${app} with check ('
        'state = (select comity_state()) and exists (select 1 from %1$s_audience a where a.%1$s_id = %1$s_receipt.%1$s_id'
        ' and a.state = (select comity_state()) and not a.own and a.originator_state = %1$s_receipt.originator_state))', record);
    execute format('create policy %1$s_receipt_select on %1$s_receipt for select to ${app} using ('
        'originator_state = (select comity_state()) and ((select comity_desk_or_poc()) or (select comity_has_role(''auditor''))))', record);
    execute format('grant select, insert on %1$s_receipt to ${app}', record);
end
$body$;
