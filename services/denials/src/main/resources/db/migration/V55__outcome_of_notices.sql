-- A notice tells which decision it is of, to states that may not read the outcome itself.
alter table consultation_notice no force row level security;
alter table consultation_outcome no force row level security;
alter table consultation_notice add column outcome text check (outcome in ('GRANTED', 'TRANSIT_ALLOWED'));
update consultation_notice n set outcome = o.outcome from consultation_outcome o where o.consultation_id = n.consultation_id;
alter table consultation_notice alter column outcome set not null;
alter table consultation_notice force row level security;
alter table consultation_outcome force row level security;
comment on column consultation_notice.outcome is 'What let the goods go';
