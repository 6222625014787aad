-- Natural persons of a candidate transaction: in the same store as those of denials, read by whoever reads the
-- transaction, of which the policies of consultation_transaction (V11) decide. ADR 0013.

comment on column natural_person.record_id is 'A denial or a consultation';
comment on column natural_person.originator_state is 'The denial''s originator, or the state that requests the consultation';
create policy natural_person_of_transaction on natural_person for select to ${app} using (
    shared and exists (select 1 from consultation_transaction t where t.consultation_id = natural_person.record_id));

-- The timer removes them some years after the consultation was closed or withdrawn.
create policy consultation_outcome_timer_select on consultation_outcome for select to ${timer} using (true);
grant select (consultation_id, outcome, decided_at, closed_at) on consultation_outcome to ${timer};
