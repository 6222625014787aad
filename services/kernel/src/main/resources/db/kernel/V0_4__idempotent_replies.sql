-- An answer is kept for a day, in which its request may be repeated; it holds what its record holds.
create policy idempotent_reply_timer_select on idempotent_reply for select to ${timer} using (true);
create policy idempotent_reply_timer_delete on idempotent_reply for delete to ${timer} using (true);
grant select (created_at), delete on idempotent_reply to ${timer};
