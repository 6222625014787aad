-- A file that was submitted is sent back whole, and one that was applied is thrown away with the drafts that it made.
alter table denial_import add column returned_because text;
comment on column denial_import.returned_because is 'Why an approver sent back what was submitted with it; until it is submitted again';
alter table denial_import_record add column last_version int;
comment on column denial_import_record.last_version is 'Version of the denial''s file as the last step of this import left it: another one tells that somebody touched it since';
