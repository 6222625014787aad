-- When the first other state was told of a denial: what is approved for nobody else is in force, and not notified yet.
alter table denial no force row level security;
alter table denial_file no force row level security;
alter table denial_audience no force row level security;
alter table denial add column told_at timestamptz;
comment on column denial.told_at is 'When the first other state was told of it; null as long as none was';
-- Of what was narrowed since, nobody can tell any more whom it reached at first: it counts as it did.
update denial d set told_at = notified_at where notified_at is not null
    and (exists (select 1 from denial_audience a where a.denial_id = d.id and a.released and not a.own)
        or exists (select 1 from denial_file f where f.denial_id = d.id and f.release_version > 0));
-- A draft has no release as long as nobody has chosen one.
alter table denial alter column release_mode drop not null;
update denial set release_mode = null where status = 'DRAFT' and release_mode = 'ORIGINATOR_ONLY';
alter table denial add constraint denial_release_chosen check (notified_at is null or release_mode is not null);
alter table denial force row level security;
alter table denial_file force row level security;
alter table denial_audience force row level security;
