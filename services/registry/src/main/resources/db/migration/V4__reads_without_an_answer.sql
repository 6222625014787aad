-- HEAD and OPTIONS change nothing either.
alter policy audit_entry_own_record on audit_entry
    using (state is null and decision = 'ALLOWED' and method not in ('GET', 'HEAD', 'OPTIONS')
        and (select nullif(current_setting('comity.state', true), '')) = any (records)
        and (select string_to_array(coalesce(current_setting('comity.roles', true), ''), ',') && array['poc', 'auditor']));
