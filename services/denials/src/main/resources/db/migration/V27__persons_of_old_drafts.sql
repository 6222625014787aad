-- Persons of drafts that were never notified or requested, and that nobody touched for long: the timer removes them. It
-- raises the row version, so that whoever works on the draft meanwhile is told to look again.

grant select (updated_at) on denial_file to ${timer};
create policy consultation_file_timer_select on consultation_file for select to ${timer} using (working_copy is not null);
create policy consultation_file_timer_update on consultation_file for update to ${timer}
    using (working_copy is not null) with check (working_copy is not null);
grant select (consultation_id, row_version, working_copy, updated_at), update (row_version) on consultation_file to ${timer};
