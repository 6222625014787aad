-- A return is worked on as a denial and a consultation are: the same columns say who wrote what it says, what waits for an
-- approver and what was sent back.
alter table denial_return no force row level security;
alter table denial_return_file no force row level security;
alter table denial_return_file
    add column working_copy text,
    add column created_by text,
    add column created_by_name text,
    add column created_at timestamptz;
update denial_return_file f set
    working_copy = case
        when f.returned_because is not null then 'DRAFT'
        when f.correction is not null or r.status = 'NATIONAL_APPROVAL' then 'SUBMITTED' end,
    created_by = coalesce(f.released_by, f.submitted_by),
    created_by_name = coalesce(f.released_by_name, f.submitted_by_name),
    created_at = coalesce(f.released_submitted_at, f.submitted_at)
    from denial_return r where r.id = f.return_id;
alter table denial_return_file
    alter column created_by set not null,
    alter column created_by_name set not null,
    alter column created_at set not null,
    alter column submitted_by drop not null,
    alter column submitted_by_name drop not null,
    alter column submitted_at drop not null,
    drop column released_by,
    drop column released_by_name,
    drop column released_submitted_at;
-- Nobody has submitted what is being written
update denial_return_file set submitted_by = null, submitted_by_name = null, submitted_at = null
    where working_copy = 'DRAFT';
alter table denial_return force row level security;
alter table denial_return_file force row level security;
comment on column denial_return_file.created_by is 'Who gave what the return says; of what waits or was sent back, submitted_by';
comment on column denial_return_file.working_copy is 'DRAFT or SUBMITTED: the return before it is released, or a correction of it';
