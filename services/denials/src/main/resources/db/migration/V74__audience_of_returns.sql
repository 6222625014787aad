-- The audience of a return has the columns of every audience.
alter table denial_return no force row level security;
alter table denial_return_audience no force row level security;
alter table denial_return_audience
    add column licensing boolean not null default false,
    add column listed_at timestamptz;
update denial_return_audience a set licensing = a.released and 'LICENSING' = any (r.permitted_use), listed_at = r.content_at
    from denial_return r where r.id = a.return_id;
alter table denial_return_audience
    alter column licensing drop default,
    alter column listed_at set not null;
alter table denial_return force row level security;
alter table denial_return_audience force row level security;
comment on column denial_return_audience.licensing is 'Released for licensing; a return has no part that takes it';
comment on column denial_return_audience.listed_at is 'When the return came onto this state''s list';
