-- What the secretariat changed in a state's record is told to that state's point of contact and its auditor.
create policy audit_entry_own_record on audit_entry for select to ${app}
    using (state is null and decision = 'ALLOWED' and method <> 'GET'
        and (select nullif(current_setting('comity.state', true), '')) = any (records)
        and (select string_to_array(coalesce(current_setting('comity.roles', true), ''), ',') && array['poc', 'auditor']));
