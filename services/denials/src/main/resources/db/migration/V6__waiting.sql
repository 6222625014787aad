-- What waits for an approver is asked for on every first page; it is few of many.
create index denial_file_waiting on denial_file (originator_state, denial_id) where submitted_by is not null;
