-- A draft that nobody outside its desk was told of can be thrown away, with all that hangs on it.

-- What is a part of a denial goes with it. Versions, receipts and onward requests do not: whatever has one was told.
do $$
declare
    part text;
    name text;
begin
    foreach part in array array['denial_audience', 'denial_item', 'denial_item_code', 'denial_party', 'denial_reason',
            'denial_narrative', 'denial_external_ref', 'denial_file', 'denial_import_record']
    loop
        select conname into strict name from pg_constraint
            where conrelid = part::regclass and confrelid = 'denial'::regclass and contype = 'f';
        execute format('alter table %I drop constraint %I', part, name);
        execute format('alter table %I add constraint %I foreign key (denial_id, originator_state)'
            ' references denial (id, originator_state) on delete %s', part, name,
            case part when 'denial_import_record' then 'set null (denial_id)' else 'cascade' end);
    end loop;
    select conname into strict name from pg_constraint
        where conrelid = 'consultation_file'::regclass and confrelid = 'consultation'::regclass and contype = 'f';
    execute format('alter table consultation_file drop constraint %I', name);
    execute format('alter table consultation_file add constraint %I foreign key (consultation_id, requesting_state)'
        ' references consultation (id, requesting_state) on delete cascade', name);
end
$$;
comment on column denial_import_record.denial_id is 'Null again once its draft was thrown away, which applied_at without it tells';
create index denial_import_record_denial on denial_import_record (denial_id);

create policy denial_delete on denial for delete to ${app} using (
    originator_state = (select comity_state()) and (select comity_desk()) and status = 'DRAFT' and notified_at is null);
create policy consultation_delete on consultation for delete to ${app} using (
    requesting_state = (select comity_state()) and (select comity_desk()) and requested_at is null);
create policy consultation_note_delete on consultation_note for delete to ${app} using (
    state = (select comity_state()) and (select comity_desk()) and exists (select 1 from consultation c
        where c.id = consultation_note.consultation_id and c.requesting_state = (select comity_state())
          and c.requested_at is null));
create policy natural_person_delete on natural_person for delete to ${app} using (
    originator_state = (select comity_state()) and (select comity_desk())
    and (exists (select 1 from denial d where d.id = natural_person.record_id and d.status = 'DRAFT' and d.notified_at is null)
        or exists (select 1 from consultation c where c.id = natural_person.record_id and c.requested_at is null)));
grant delete on denial, consultation, consultation_note, natural_person to ${app};

-- Its reference is not given again: whoever wrote it down finds nothing, and never something else.
create table discarded_reference (
    originator_state text not null,
    reference        text not null,
    primary key (originator_state, reference)
);
comment on table discarded_reference is 'References of drafts that were thrown away; who did it stands in the audit trail';
alter table discarded_reference enable row level security;
alter table discarded_reference force row level security;
create policy discarded_reference_select on discarded_reference for select to ${app} using (
    originator_state = (select comity_state()) and (select comity_desk()));
create policy discarded_reference_insert on discarded_reference for insert to ${app} with check (
    originator_state = (select comity_state()) and (select comity_desk()));
grant select, insert on discarded_reference to ${app};
