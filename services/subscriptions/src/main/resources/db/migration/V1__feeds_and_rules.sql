-- What reached the desks of states, and the rules of their people. No content of a record is kept here: a reader gets it from
-- the service whose record it is, under the reader's own wall. The timer role writes the feeds, for all states; the role that
-- serves requests reads those of the caller's own desk.

create function comity_person() returns text language sql stable
    return nullif(current_setting('comity.person', true), '');
-- The desk of the caller: the first of these that it has, as DeliveryDesk.of says.
create function comity_delivery_desk() returns text language sql stable
    return case when comity_state() is null then null
        when comity_desk() then 'LICENSING'
        when comity_has_role('poc') then 'CONTACT'
        when comity_analyst() then 'ANALYSIS' end;

grant select, insert on inbox to ${timer};
grant select (iso2, status) on member_state to ${timer};

create table feed_head (
    state text   not null,
    desk  text   not null,
    seq   bigint not null,
    primary key (state, desk)
);
create table feed_entry (
    id       uuid        not null primary key,
    state    text        not null,
    desk     text        not null,
    seq      bigint      not null,
    at       timestamptz not null,
    change   text        not null,
    happened text        not null,
    kind     text        not null,
    record   uuid        not null,
    ref      text        not null,
    unique (state, desk, seq)
);
create index feed_entry_list on feed_entry (state, desk, at desc, id desc);
create index feed_entry_record on feed_entry (state, desk, record);
create table feed_known (
    state  text not null,
    desk   text not null,
    record uuid not null,
    kind   text not null,
    ref    text not null,
    tag    text not null,
    primary key (record, state, desk)
);
comment on table feed_head is 'The last number of each feed: numbers have no gap, and say nothing of what the desk does not see';
comment on table feed_entry is 'What a desk was told: that something happened to a record that it sees, or sees no longer';
comment on column feed_entry.change is 'CREATED: the desk sees it from now on; UPDATED; REMOVED: the desk sees it no longer';
comment on table feed_known is 'Which records a desk sees, and the tag of what it saw last';

-- The rules of people and systems.
create table rule (
    id          uuid        not null primary key,
    state       text        not null,
    desk        text        not null,
    owner       text        not null,
    owner_name  text        not null,
    row_version int         not null,
    shared      boolean     not null,
    says        jsonb       not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create index rule_list on rule (state, desk, created_at desc, id desc);
create table rule_record (
    rule_id uuid not null references rule (id) on delete cascade,
    record  uuid not null,
    primary key (rule_id, record)
);
create table rule_match (
    rule_id uuid   not null references rule (id) on delete cascade,
    seq     bigint not null,
    change  text   not null,
    primary key (rule_id, seq)
);
comment on table rule is 'What a person or a system wants to be told of, and how';
comment on column rule.shared is 'Whether the other people of its desk see it and may take a copy';
comment on table rule_record is 'The records that a rule matches now';
comment on table rule_match is 'Which entry of its desk''s feed a rule matched, and what that means for the rule';

-- What a person has read: up to a number, and single ones after it.
create table read_up_to (
    person text   not null,
    state  text   not null,
    desk   text   not null,
    seq    bigint not null,
    primary key (person, state, desk)
);
create table read_entry (
    person text   not null,
    state  text   not null,
    desk   text   not null,
    seq    bigint not null,
    primary key (person, state, desk, seq)
);
comment on table read_up_to is 'Up to which number of its desk''s feed a person has read';
comment on table read_entry is 'Single entries after it that the person has read';

do $$
declare
    of_desk constant text := 'state = (select comity_state()) and desk = (select comity_delivery_desk())';
    of_person constant text := ' and person = (select comity_person())';
    each text;
begin
    foreach each in array array['feed_head', 'feed_entry', 'feed_known', 'rule', 'rule_record', 'rule_match', 'read_up_to', 'read_entry']
    loop
        execute format('alter table %I enable row level security', each);
        execute format('alter table %I force row level security', each);
        execute format('create policy %I on %I to ${timer} using (true) with check (true)', each || '_timer', each);
    end loop;
    foreach each in array array['feed_head', 'feed_entry', 'feed_known']
    loop
        execute format('grant select on %I to ${app}', each);
        execute format('create policy %I on %I for select to ${app} using (%s)', each || '_select', each, of_desk);
    end loop;
    execute format('create policy rule_select on rule for select to ${app} using (%s and (shared or owner = (select comity_person())))', of_desk);
    execute format('create policy rule_own on rule to ${app} using (%1$s and owner = (select comity_person()))'
        ' with check (%1$s and owner = (select comity_person()))', of_desk);
    foreach each in array array['rule_record', 'rule_match']
    loop
        execute format('create policy %I on %I for select to ${app} using (exists (select 1 from rule r where r.id = rule_id))', each || '_select', each);
        execute format('grant select on %I to ${app}', each);
    end loop;
    foreach each in array array['read_up_to', 'read_entry']
    loop
        execute format('grant select, insert, update, delete on %I to ${app}', each);
        execute format('create policy %1$I on %2$I to ${app} using (%3$s) with check (%3$s)', each || '_own', each, of_desk || of_person);
    end loop;
end
$$;
grant select, insert, update, delete on rule to ${app};
grant select, insert, update on feed_head to ${timer};
grant select, insert on feed_entry, rule_match to ${timer};
grant select, insert, update, delete on feed_known to ${timer};
grant select, insert, delete on rule_record to ${timer};
grant select (id, state, desk, says) on rule to ${timer};
