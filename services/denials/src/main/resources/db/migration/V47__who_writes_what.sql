-- What each of two parties may write of a record that both see: the second half of what the code checks.
drop policy onward_request_update on onward_request;
create policy onward_request_update on onward_request for update to ${app}
    using ((requesting_state = (select comity_state()) or originator_state = (select comity_state())) and (select comity_desk()))
    with check ((select comity_desk()) and (
        originator_state = (select comity_state()) and status in ('GRANTED', 'REFUSED')
        or requesting_state = (select comity_state()) and status = 'WITHDRAWN'));

create function comity_thread_party() returns trigger language plpgsql as $$
begin
    if (new.answer, new.replied_at) is distinct from (old.answer, old.replied_at)
            and new.consulted_state is distinct from comity_state() then
        raise exception 'only the consulted state answers' using errcode = 'insufficient_privilege';
    end if;
    if new.ended_at is distinct from old.ended_at and new.requesting_state is distinct from comity_state() then
        raise exception 'only the requesting state ends a thread' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger consultation_thread_party before update on consultation_thread
    for each row execute function comity_thread_party();
