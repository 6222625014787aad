-- What every service's database holds for the kernel: events to send, events handled, replies to repeat, the audit trail.
-- ${app} is the role that serves requests, ${relay} the one that sends events; neither owns anything.

create table outbox (
    seq             bigint generated always as identity primary key,
    event_id        uuid        not null unique,
    topic           text        not null,
    message_key     text        not null,
    type            text        not null,
    subject         text        not null,
    subject_version bigint      not null,
    occurred_at     timestamptz not null,
    data            jsonb,
    sent_at         timestamptz,
    parked_because  text
);
comment on table outbox is 'Events written with the business transaction, sent by the relay in order of seq';
comment on column outbox.data is 'Only for reference data: the whole record. Null for shared records, whose content no event carries';
comment on column outbox.parked_because is 'Why the broker can never take this event; parked, so that it does not hold up the others';
create index outbox_unsent on outbox (seq) where sent_at is null and parked_because is null;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_append on outbox for insert to ${app} with check (true);
create policy outbox_relay_read on outbox for select to ${relay} using (true);
create policy outbox_relay_mark on outbox for update to ${relay} using (true) with check (true);
create policy outbox_relay_purge on outbox for delete to ${relay} using (sent_at is not null);
grant insert on outbox to ${app};
grant select, delete, update (sent_at, parked_because) on outbox to ${relay};

create table inbox (
    consumer   text        not null,
    event_id   text        not null,
    handled_at timestamptz not null,
    primary key (consumer, event_id)
);
comment on table inbox is 'Events that took effect, written in the transaction of the effect; a second delivery finds its row';
grant select, insert on inbox to ${app};

create table idempotent_reply (
    person     text        not null,
    path       text        not null,
    key        text        not null,
    body_hash  text        not null,
    status     int,
    location   text,
    etag       text,
    body       text,
    created_at timestamptz not null,
    primary key (person, path, key)
);
comment on table idempotent_reply is 'What a creating POST with an Idempotency-Key was answered, for its own caller alone';
alter table idempotent_reply enable row level security;
alter table idempotent_reply force row level security;
create policy idempotent_reply_own on idempotent_reply to ${app}
    using (person = (select nullif(current_setting('comity.person', true), '')))
    with check (person = (select nullif(current_setting('comity.person', true), '')));
grant select, insert, update on idempotent_reply to ${app};

create table audit_entry (
    id          uuid        not null primary key,
    at          timestamptz not null,
    person      text,
    person_name text,
    client      text,
    state       text,
    roles       text[]      not null,
    method      text        not null,
    path        text        not null,
    status      int         not null,
    decision    text        not null,
    records     text[]      not null
);
comment on table audit_entry is 'One row for each request: who, which records, when, what was decided; reads and refusals too';
comment on column audit_entry.decision is 'ALLOWED, REFUSED (401, 403), ABSENT (404), REJECTED (any other 4xx) or FAILED (5xx)';
create index audit_entry_state on audit_entry (state, at);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_append on audit_entry for insert to ${app} with check (true);
grant insert on audit_entry to ${app};
