-- Mail: it says that something waits and where, and nothing of what.

-- What is known of a person who has rules: to whom mail goes, and in which language and zone. The roles are those of the person's
-- last change; whether they still stand is looked up when a mail is sent.
create table subscriber (
    person     text        not null primary key,
    person_name text       not null,
    state      text        not null,
    desk       text        not null,
    roles      text[]      not null,
    address    text,
    language   text        not null,
    zone       text,
    updated_at timestamptz not null
);
comment on column subscriber.address is 'The verified address of the account, out of its token';
comment on column subscriber.zone is 'In which digests are dated; that of the state''s calendar where nothing is said';
alter table subscriber enable row level security;
alter table subscriber force row level security;
create policy subscriber_own on subscriber to ${app} using (person = (select comity_person())) with check (person = (select comity_person())
    and state = (select comity_state()));
create policy subscriber_timer on subscriber for select to ${timer} using (true);
grant select, insert, update on subscriber to ${app};
grant select on subscriber to ${timer};
grant select on member_calendar to ${timer};

-- A mail that is to be sent, or was. What it is about is told by the matches that name it.
create table mail (
    id              uuid        not null primary key,
    person          text        not null,
    state           text        not null,
    desk            text        not null,
    frequency       text        not null,
    created_at      timestamptz not null,
    next_at         timestamptz not null,
    attempts        int         not null default 0,
    sent_at         timestamptz,
    dropped_at      timestamptz,
    dropped_because text,
    last_failure    text
);
create index mail_waiting on mail (next_at) where sent_at is null and dropped_at is null;
create index mail_of on mail (person, created_at desc);
alter table mail enable row level security;
alter table mail force row level security;
create policy mail_own on mail for select to ${app} using (person = (select comity_person()));
create policy mail_timer on mail to ${timer} using (true) with check (true);
grant select on mail to ${app};
grant select, insert, update, delete on mail to ${timer};

-- In which mail a match was told: each match in one.
alter table rule_match add column by_mail boolean not null default false;
alter table rule_match add column mail_id uuid references mail (id);
comment on column rule_match.by_mail is 'Whether the rule asked for mail when it matched';
create index rule_match_not_mailed on rule_match (rule_id, seq) where by_mail and mail_id is null;
create index rule_match_mail on rule_match (mail_id) where mail_id is not null;
grant update (mail_id) on rule_match to ${timer};
grant select (owner) on rule to ${timer};
