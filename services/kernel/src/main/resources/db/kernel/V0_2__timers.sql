-- Work without a caller that time sets off. ${timer} is the role of such work: it sees only what a policy names it in,
-- column by column, and owns nothing. ADR 0011.

-- When each timer ran and runs next; the layout is db-scheduler's.
create table timer_run (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
comment on table timer_run is 'One row for each timer: when it runs next, which replica has it, how its last runs ended';
create index timer_run_execution_time on timer_run (execution_time);
create index timer_run_last_heartbeat on timer_run (last_heartbeat);
alter table timer_run enable row level security;
alter table timer_run force row level security;
create policy timer_run_all on timer_run to ${timer} using (true) with check (true);
grant select, insert, update, delete on timer_run to ${timer};

-- What a timer does is told like everything else; it reads no event.
create policy outbox_append_timer on outbox for insert to ${timer} with check (true);
grant insert on outbox to ${timer};
