-- When a denial was revoked or has expired, which no later release moves: retention counts from it.
alter table denial add column ended_at timestamptz;
update denial set ended_at = content_at where status in ('REVOKED', 'EXPIRED');
comment on column denial.ended_at is 'When it was revoked or has expired; null while it is in force';
grant select (ended_at), update (ended_at) on denial to ${timer};
