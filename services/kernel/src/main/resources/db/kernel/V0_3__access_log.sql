-- The access log: what a state's own people did, for its point of contact and its auditor.
create policy audit_entry_own_state on audit_entry for select to ${app}
    using (state = (select nullif(current_setting('comity.state', true), ''))
        and (select string_to_array(coalesce(current_setting('comity.roles', true), ''), ',') && array['poc', 'auditor']));
grant select on audit_entry to ${app};
drop index audit_entry_state;
create index audit_entry_state on audit_entry (state, at desc, id desc);
