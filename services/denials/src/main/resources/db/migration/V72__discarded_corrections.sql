-- A correction of a return can be discarded: what was released then shows again who gave it.
alter table denial_return_file
    add column released_by text,
    add column released_by_name text,
    add column released_submitted_at timestamptz;
comment on column denial_return_file.released_by is
    'Who gave what is released, while a correction is open; null for a correction that was open before V72';
