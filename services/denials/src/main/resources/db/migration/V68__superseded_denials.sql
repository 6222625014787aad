-- Which own denial a denial replaces. It is shown to those who may read both.
create table denial_supersedes (
    denial_id        uuid not null primary key,
    originator_state text not null,
    superseded_id    uuid not null,
    foreign key (denial_id, originator_state) references denial (id, originator_state) on delete cascade,
    foreign key (superseded_id, originator_state) references denial (id, originator_state)
);
comment on table denial_supersedes is 'The denial of the same state that a denial replaces';
create index denial_supersedes_superseded on denial_supersedes (superseded_id);

alter table denial no force row level security;
-- What is no reference of an own denial that was approved is dropped: nobody can have meant another.
insert into denial_supersedes (denial_id, originator_state, superseded_id)
    select d.id, d.originator_state, s.id from denial d join denial s on s.ref = d.supersedes
        and s.originator_state = d.originator_state and s.notified_at is not null and s.id <> d.id;
alter table denial drop column supersedes;
alter table denial force row level security;

alter table denial_supersedes enable row level security;
alter table denial_supersedes force row level security;
create policy denial_supersedes_insert on denial_supersedes for insert to ${app}
    with check (originator_state = (select comity_state()) and (select comity_desk()));
create policy denial_supersedes_delete on denial_supersedes for delete to ${app}
    using (originator_state = (select comity_state()) and (select comity_desk()));
-- The rows of denial that are looked for here are those that its own policy shows.
create policy denial_supersedes_select on denial_supersedes for select to ${app} using (
    exists (select 1 from denial d where d.id = denial_supersedes.denial_id)
    and exists (select 1 from denial d where d.id = denial_supersedes.superseded_id));
grant select, insert, delete on denial_supersedes to ${app};
