-- The states whose topic is there, so that nothing is told to a topic that is not.
create table feed_topic (
    state text        not null primary key,
    since timestamptz not null
);
comment on table feed_topic is 'States whose topic feed.<iso2>.v1 was made; it has every number of the licensing desk''s feed from 1';
alter table feed_topic enable row level security;
alter table feed_topic force row level security;
create policy feed_topic_timer on feed_topic to ${timer} using (true) with check (true);
grant select, insert on feed_topic to ${timer};
