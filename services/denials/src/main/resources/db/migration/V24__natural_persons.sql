-- Natural persons: apart from the records that they are parties of, encrypted with keys that are not in the database,
-- and gone after the retention period. ADR 0013.

create table natural_person (
    id               uuid    not null primary key,
    record_id        uuid    not null,
    originator_state text    not null,
    shared           boolean not null,
    sealed           bytea   not null
);
comment on table natural_person is 'A party that is a natural person; the record has a placeholder with this id';
comment on column natural_person.record_id is 'A denial';
comment on column natural_person.shared is 'A party of what readers get now; not of a draft, an earlier version, or what is withheld';
comment on column natural_person.sealed is 'AES-256-GCM, bound to the record';
create index natural_person_record on natural_person (record_id);

alter table natural_person enable row level security;
alter table natural_person force row level security;
create policy natural_person_select on natural_person for select to ${app} using (
    (originator_state = (select comity_state()) and (select comity_desk()))
    or (shared and exists (select 1 from denial_party p where p.denial_id = natural_person.record_id)));
create policy natural_person_insert on natural_person for insert to ${app}
    with check (originator_state = (select comity_state()) and (select comity_desk()));
create policy natural_person_update on natural_person for update to ${app}
    using (originator_state = (select comity_state()) and (select comity_desk()))
    with check (originator_state = (select comity_state()) and (select comity_desk()));
grant select, insert, update (shared) on natural_person to ${app};

-- The timer removes persons without being able to read them, even encrypted.
create policy natural_person_timer_select on natural_person for select to ${timer} using (true);
create policy natural_person_timer_delete on natural_person for delete to ${timer} using (true);
grant select (record_id), delete on natural_person to ${timer};
grant select (content_at) on denial to ${timer};

-- Imported files hold persons too: encrypted from now on, and kept for a time.
alter table denial_import add column encrypted boolean not null default false;
alter table denial_import add column file_kept boolean not null default true;
comment on column denial_import.encrypted is 'False for a file that was imported before files were encrypted';
comment on column denial_import.file_kept is 'False once the retention period has removed the file';
create policy denial_import_timer_select on denial_import for select to ${timer} using (true);
create policy denial_import_timer_update on denial_import for update to ${timer} using (true) with check (true);
grant select (created_at, file_kept), update (file, file_kept) on denial_import to ${timer};
