-- What was submitted with a file is what its approval takes: as it was then, and nothing that was touched since.
alter table denial_import_record add column submitted_version int;
alter table denial_import_record add column passed_over boolean not null default false;
comment on column denial_import_record.submitted_version is 'Version of the denial''s file when it was submitted with this import; null before, and where it was not';
comment on column denial_import_record.passed_over is 'The last step left it out, since somebody had submitted, returned or edited it by itself';
