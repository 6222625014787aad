-- Files that a state's officers import, and what became of each denial in them. For the state's own desk alone.
create table denial_import (
    id               uuid        not null primary key,
    originator_state text        not null,
    created_by       text        not null,
    created_by_name  text        not null,
    created_at       timestamptz not null,
    file_name        text        not null,
    format           text        not null,
    file             bytea       not null,
    settings         jsonb       not null,
    row_count        int         not null,
    faults           jsonb       not null,
    status           text        not null,
    step             int         not null,
    done             int         not null,
    beat_at          timestamptz not null,
    failure          jsonb,
    unique (id, originator_state)
);
comment on table denial_import is 'A file of denials: checked, then made into drafts all or none, then submitted and approved in bulk';
comment on column denial_import.step is 'Counts its steps, so that two at once meet';
comment on column denial_import.done is 'How many denials the running step has dealt with';
comment on column denial_import.beat_at is 'When the running step was last seen alive';
comment on column denial_import.failure is 'Why the last step was undone, as errors of a problem';
create index denial_import_list on denial_import (originator_state, created_at desc, id desc);

create table denial_import_record (
    import_id        uuid not null,
    originator_state text not null,
    position         int  not null,
    reference        text not null,
    first_row        int  not null,
    change           text not null,
    fingerprint      text not null,
    denial_id        uuid,
    applied_at       timestamptz,
    primary key (import_id, position),
    foreign key (import_id, originator_state) references denial_import (id, originator_state),
    foreign key (denial_id, originator_state) references denial (id, originator_state)
);
comment on column denial_import_record.fingerprint is 'Of what the file and its settings say, so that the same file changes nothing, even where a draft was edited since';
create index denial_import_record_reference on denial_import_record (originator_state, reference);

do $$
declare
    own constant text := 'originator_state = (select comity_state()) and (select comity_desk())';
    name text;
begin
    foreach name in array array['denial_import', 'denial_import_record']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I to ${app} using (%s) with check (%s)', name || '_own', name, own, own);
        execute format('grant select, insert, update on %I to ${app}', name);
    end loop;
end
$$;
