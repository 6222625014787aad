-- Whoever an amendment marks as a natural person is sealed in the versions before it as well; nothing else of a version
-- that is kept ever changes.
create policy denial_version_update on denial_version for update to ${app}
    using (originator_state = (select comity_state()) and (select comity_desk()))
    with check (originator_state = (select comity_state()) and (select comity_desk()));
grant update (content) on denial_version to ${app};
