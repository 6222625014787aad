-- Reviews, expiry and the end of suspensions: what the timer needs to know, and no more of it than that.

alter table denial add column review_reminder_on date;
comment on column denial.review_reminder_on is 'The day, in UTC, on which the review is due soon: some days before review_due, as the procedure says';

-- FORCE binds the owner too, so it is off while what is there already is brought up.
alter table denial no force row level security;
update denial d set review_due = coalesce(d.review_due,
        (coalesce(d.valid_from, (d.notified_at at time zone 'UTC')::date) + make_interval(years => p.validity_years))::date)
    from procedure_version p
    where p.code = 'DENIAL_NOTIFICATION' and p.version = 1 and d.notified_at is not null;
update denial d set review_reminder_on = d.review_due - p.review_reminder_days
    from procedure_version p
    where p.code = 'DENIAL_NOTIFICATION' and p.version = 1 and d.review_due is not null;
alter table denial force row level security;

create index denial_review on denial (review_reminder_on)
    where status in ('NOTIFIED', 'AMENDED', 'RENEWED', 'REVIEW_DUE', 'REVIEW_OVERDUE');

alter table denial_narrative add column finally_assessed boolean generated always as (final_assessment is not null) stored;
comment on column denial_narrative.finally_assessed is 'Whether there is a final assessment; all that the timer sees of a narrative';

alter table denial_file add column final_assessment_asked_for date;
comment on column denial_file.final_assessment_asked_for is 'The end of the suspension whose final assessment was asked for';

-- The timer sees what was notified, of all states; no draft, no party, no text.
create policy denial_timer_select on denial for select to ${timer} using (notified_at is not null);
create policy denial_timer_update on denial for update to ${timer} using (notified_at is not null) with check (notified_at is not null);
grant select (id, notified_at, version, status, kind, validity_policy, review_reminder_on, review_due, suspension_ends_on),
    update (status, content_at) on denial to ${timer};
create policy denial_narrative_timer_select on denial_narrative for select to ${timer} using (true);
grant select (denial_id, finally_assessed) on denial_narrative to ${timer};
create policy denial_file_timer_select on denial_file for select to ${timer} using (true);
create policy denial_file_timer_update on denial_file for update to ${timer} using (true) with check (true);
-- It empties the working copy of what has expired without being able to read it.
grant select (denial_id, row_version, final_assessment_asked_for),
    update (row_version, updated_at, final_assessment_asked_for, working_copy, submitted_by, submitted_by_name, submitted_at,
            returned_because, amendment) on denial_file to ${timer};
