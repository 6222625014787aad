-- The version that a reader sees and an event carries follows from what its reader may know. That of the whole says how far
-- it has come, so that a closing tells nobody whether a notice was sent before; that of a thread leaves reminders out.
alter table consultation no force row level security;
alter table consultation_outcome no force row level security;
alter table consultation_thread no force row level security;
update consultation c set version = 4 from consultation_outcome o where o.consultation_id = c.id and o.closed_at is not null;
alter table consultation_thread add column told int;
update consultation_thread set told = version;
alter table consultation_thread alter column told set not null;
alter table consultation force row level security;
alter table consultation_outcome force row level security;
alter table consultation_thread force row level security;
comment on column consultation.version is 'How far the whole has come: 1 requested, 2 decided, 3 its notice sent, 4 closed';
comment on column consultation_thread.version is 'Its optimistic lock, and the place of what is said';
comment on column consultation_thread.told is 'Counts what happened in the thread; the version in its events';
grant update (told) on consultation_thread to ${app};
grant select (told), update (told) on consultation_thread to ${timer};
