-- A released return is corrected as a new version; readers see the present one, its originator keeps the others.
alter table denial_return no force row level security;
alter table denial_return add column version int not null default 0;
update denial_return set version = 1 where status = 'RELEASED';
alter table denial_return force row level security;
comment on column denial_return.version is 'Counts what was released: 0 before that, more than 1 once it was corrected';

alter table denial_return_file add column nil_because text;
alter table denial_return_file add column correction jsonb;
comment on column denial_return_file.nil_because is 'Why a return is nil though the state has denials of the half-year; for its originator';
comment on column denial_return_file.correction is 'The next version, until another person approves it';

create table denial_return_version (
    return_id        uuid        not null,
    originator_state text        not null,
    version          int         not null,
    released_at      timestamptz not null,
    content          jsonb       not null,
    primary key (return_id, version),
    foreign key (return_id, originator_state) references denial_return (id, originator_state)
);
comment on table denial_return_version is 'What was released, version by version; for its originator';
alter table denial_return_version enable row level security;
alter table denial_return_version force row level security;
create policy denial_return_version_insert on denial_return_version for insert to ${app}
    with check (originator_state = (select comity_state()) and (select comity_desk()));
create policy denial_return_version_select on denial_return_version for select to ${app}
    using (originator_state = (select comity_state()) and (select comity_desk()));
grant select, insert on denial_return_version to ${app};
