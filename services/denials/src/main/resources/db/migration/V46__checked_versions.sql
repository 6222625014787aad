-- A file changes a draft as it was when the file was checked, and not one that was edited since.
alter table denial_import_record add column checked_version int;
comment on column denial_import_record.checked_version is 'Version of the denial''s file when this import was checked; null where there was none';
