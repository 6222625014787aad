-- Bulletins as STIX objects, and what stands in which TAXII collection since when.

-- A version of an object. Of a bulletin: MAPPED (what it says), GIVEN (what came in with its draft), ANSWER (what a state says of
-- it), GONE (what is left of its report for those who have it no longer). Of none: SHARED (states, countries, markings), SEEDED.
create table stix_object (
    key              uuid        not null primary key,
    bulletin_id      uuid,
    originator_state text,
    part             text        not null,
    id               text        not null,
    type             text        not null,
    spec_version     text        not null,
    version          timestamptz not null,
    body             jsonb       not null,
    current          boolean     not null,
    only_for         text,
    foreign key (bulletin_id, originator_state) references bulletin (id, originator_state) on delete cascade,
    constraint stix_object_of_a_bulletin check ((bulletin_id is null) = (part in ('SHARED', 'SEEDED')))
);
create index stix_object_of on stix_object (bulletin_id) where bulletin_id is not null;
create index stix_object_shared on stix_object (id) where bulletin_id is null;
comment on table stix_object is 'A version of a STIX object';
comment on column stix_object.version is 'Its modified, or its created where it has no modified';
comment on column stix_object.current is 'A reader to come gets it; earlier versions are for those who had them';
comment on column stix_object.only_for is 'The one reader, beside the originator, that has it; null for all readers of the bulletin';

-- What stands in a collection: one row for each version. Each reader has collections of its own, so that nothing of the order or
-- the instants tells one reader of another.
create table stix_entry (
    collection   text        not null,
    added_at     timestamptz not null,
    reader       text        not null,
    object_key   uuid        not null references stix_object (key) on delete cascade,
    bulletin_id  uuid references bulletin (id) on delete cascade,
    id           text        not null,
    type         text        not null,
    spec_version text        not null,
    version      timestamptz not null,
    gone         boolean     not null default false,
    originator_state text,
    primary key (collection, added_at),
    unique (collection, object_key)
);
create index stix_entry_version on stix_entry (collection, id, version);
create index stix_entry_type on stix_entry (collection, type, added_at);
create index stix_entry_object on stix_entry (object_key);
create index stix_entry_bulletin on stix_entry (bulletin_id) where bulletin_id is not null;
comment on table stix_entry is 'A version of an object in a collection';
comment on column stix_entry.added_at is 'Unique in its collection, and later than all that were committed before';
comment on column stix_entry.reader is 'The state whose collection it is, ZZ for the secretariat, * for seeded ones';
comment on column stix_entry.originator_state is 'Whose bulletin it is of; versions are earlier and later among those of one state';
comment on column stix_entry.gone is 'It tells that its reader has the bulletin no longer';

-- The last instant that was given out in a collection. A transaction that takes the next one holds the row until its transaction ends: so
-- the instants of a collection are committed in their order, and a reader who asks for what is later misses nothing.
create table stix_stamp (
    collection text        not null primary key,
    last_at    timestamptz not null
);
comment on table stix_stamp is 'The last instant given out in a collection; functions of the owner alone see it';

-- What became of the objects that a request brought.
create table taxii_status (
    id         uuid        not null primary key,
    reader     text        not null,
    api_root   text        not null,
    asked_at   timestamptz not null,
    body       jsonb       not null
);
create index taxii_status_age on taxii_status (reader, asked_at);
comment on table taxii_status is 'What became of the objects that a request brought; kept for thirty days';

do $$
declare
    walled text;
begin
    foreach walled in array array['stix_object', 'stix_entry', 'taxii_status']
    loop
        execute format('alter table %I enable row level security', walled);
        execute format('alter table %I force row level security', walled);
        execute format('grant select on %I to ${app}', walled);
    end loop;
    -- The functions below are the owner's: they write these two tables, and see whom a bulletin is released to.
    foreach walled in array array['stix_object', 'stix_entry']
    loop
        execute format('create policy %I on %I to current_user using (true) with check (true)', walled || '_owner', walled);
    end loop;
    execute 'create policy bulletin_audience_owner on bulletin_audience for select to current_user using (true)';
    execute 'create policy bulletin_owner on bulletin for select to current_user using (true)';
end
$$;
grant insert, delete on taxii_status to ${app};
create policy taxii_status_own on taxii_status to ${app}
    using (reader = (select comity_reader())) with check (reader = (select comity_reader()));
-- Whether the caller reads a bulletin, and has an object in a collection. Functions, so that a page of a hundred rows is looked at
-- row by row: the planner would read the whole audience of a state first, and plan policies within policies each time.
create function stix_reads(record uuid) returns boolean language plpgsql stable cost 1000 as $$
begin
    return exists (select 1 from bulletin_audience a where a.bulletin_id = record and a.state = comity_reader());
end
$$;
create function stix_has(of_object uuid) returns boolean language plpgsql stable cost 1000 as $$
begin
    return exists (select 1 from stix_entry e where e.object_key = of_object);
end
$$;
create policy stix_entry_select on stix_entry for select to ${app} using (
    reader = '*' and bulletin_id is null or reader = (select comity_reader())
    and ((select comity_analysis_desk()) or (select comity_has_role('poc')) or (select comity_reader()) = 'ZZ')
    and (gone or bulletin_id is null or stix_reads(bulletin_id)));
create policy stix_object_select on stix_object for select to ${app} using (
    originator_state = (select comity_state()) and (select comity_analysis_desk())
    or stix_has(key));

-- The next instants of a collection.
create function stix_stamp(of_collection text, how_many int, at timestamptz) returns timestamptz
    language sql security definer set search_path = public, pg_temp as $$
    insert into stix_stamp as s (collection, last_at)
        values (of_collection, date_trunc('microseconds', at) + make_interval(secs => (how_many - 1) * 1e-6))
        on conflict (collection) do update set last_at = greatest(s.last_at + interval '1 microsecond',
            date_trunc('microseconds', at)) + make_interval(secs => (how_many - 1) * 1e-6)
        returning last_at - make_interval(secs => (how_many - 1) * 1e-6)
$$;

-- Puts these objects, which are kept already, into a collection, in this order.
create function stix_list(in_collection text, for_reader text, keys uuid[], at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    first timestamptz;
begin
    if coalesce(cardinality(keys), 0) = 0 then
        return;
    end if;
    first := stix_stamp(in_collection, cardinality(keys), at);
    insert into stix_entry (collection, added_at, reader, object_key, bulletin_id, id, type, spec_version, version, gone,
            originator_state)
        select in_collection, first + make_interval(secs => (k.place - 1) * 1e-6), for_reader, o.key, o.bulletin_id, o.id, o.type,
            o.spec_version, o.version, o.part = 'GONE', o.originator_state
        from unnest(keys) with ordinality as k (key, place) join stix_object o on o.key = k.key;
end
$$;

-- Brings each reader's collection in line with whom the bulletin is released to now. Readers in their order, so that two at once
-- do not wait for each other.
create function stix_share(record uuid, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    originator text := (select b.originator_state from bulletin b where b.id = record);
    reader text;
    place text;
    reads boolean;
    had stix_entry;
    gone boolean;
    missing uuid[];
    latest uuid;
begin
    for reader, reads in
        select a.state, a.released and (a.regime is null or comity_member(a.state, a.regime))
            from bulletin_audience a where a.bulletin_id = record
        union all
        select distinct e.reader, false from stix_entry e where e.bulletin_id = record and e.collection = 'released/' || e.reader
            and not exists (select 1 from bulletin_audience a where a.bulletin_id = record and a.state = e.reader)
        order by 1
    loop
        place := 'released/' || reader;
        select e.* into had from stix_entry e where e.collection = place and e.bulletin_id = record and e.type = 'report'
            order by e.version desc limit 1;
        gone := had.gone;
        if not reads then
            if gone is not false then
                continue;
            end if;
            delete from stix_entry e where e.collection = place and e.bulletin_id = record;
            insert into stix_object (key, bulletin_id, originator_state, part, id, type, spec_version, version, body, current)
                select gen_random_uuid(), record, originator, 'GONE', o.id, o.type, o.spec_version, greatest(at, o.version + interval '1 ms'),
                    jsonb_build_object('type', o.type, 'spec_version', o.spec_version, 'id', o.id, 'revoked', true,
                        'created', o.body -> 'created', 'created_by_ref', o.body -> 'created_by_ref',
                        'modified', stix_time(greatest(at, o.version + interval '1 ms')), 'name', 'Recalled',
                        'published', o.body -> 'published', 'object_refs', jsonb_build_array(o.body -> 'created_by_ref')), false
                from stix_object o where o.key = had.object_key
                returning key into latest;
            perform stix_list(place, reader, array[latest], at);
            continue;
        end if;
        delete from stix_entry e where e.collection = place and e.bulletin_id = record and (e.gone or not exists (
            select 1 from stix_object o where o.bulletin_id = record and o.id = e.id and o.current));
        if gone then
            -- a version after the one that told that it was gone, for this reader alone
            insert into stix_object (key, bulletin_id, originator_state, part, id, type, spec_version, version, body, current)
                select gen_random_uuid(), record, originator, 'MAPPED', o.id, o.type, o.spec_version, greatest(at, had.version + interval '1 ms'),
                    o.body || jsonb_build_object('modified', stix_time(greatest(at, had.version + interval '1 ms'))), false
                from stix_object o where o.bulletin_id = record and o.type = 'report' and o.part = 'MAPPED' and o.current
                    and o.version <= had.version
                returning key into latest;
            perform stix_list(place, reader, array_remove(array[latest], null), at);
        end if;
        select array_agg(o.key order by o.part <> 'SHARED', o.type = 'report', o.type, o.id) into missing from stix_object o
            where (o.bulletin_id = record and o.current and not (o.part = 'GIVEN' and exists (select 1 from stix_object m
                        where m.bulletin_id = record and m.part = 'MAPPED' and m.current and m.id = o.id))
                    and (o.only_for is null or reader in (o.only_for, originator))
                or o.part = 'SHARED' and exists (select 1 from stix_object r where r.bulletin_id = record and r.current
                    and (r.body ->> 'created_by_ref' = o.id or r.body -> 'object_refs' ? o.id or r.body -> 'object_marking_refs' ? o.id
                        or r.body -> 'where_sighted_refs' ? o.id)
                    and (r.only_for is null or reader in (r.only_for, originator))))
                and not exists (select 1 from stix_entry e where e.collection = place and e.id = o.id and e.version >= o.version
                    and e.bulletin_id is not distinct from o.bulletin_id);
        perform stix_list(place, reader, missing, at);
    end loop;
end
$$;

-- An instant as STIX writes it.
create function stix_time(at timestamptz) returns text language sql stable as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- Keeps objects; those of a bulletin for its own desk, or as what a reader says of it.
create function stix_keep(record uuid, in_part text, for_one text, objects jsonb) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    originator text := (select b.originator_state from bulletin b where b.id = record);
    said jsonb;
begin
    if comity_state() is null or not comity_analysis_desk() or not exists (select 1 from bulletin_audience a
            where a.bulletin_id = record and a.state = comity_state() and (a.own or a.released and in_part = 'ANSWER')) then
        raise insufficient_privilege using message = 'the objects of a bulletin are for its desk to keep';
    end if;
    -- the latest version of an object last; shared ones by id, so that two at once do not wait for each other
    for said in select value from jsonb_array_elements(objects)
        order by (value ->> 'shared') is null, (value ->> 'version')::timestamptz, value #>> '{object,id}'
    loop
        if said ->> 'shared' is not null then
            insert into stix_object (key, part, id, type, spec_version, version, body, current)
                values (md5('SHARED ' || (said #>> '{object,id}'))::uuid, 'SHARED', said #>> '{object,id}', said #>> '{object,type}',
                    said #>> '{object,spec_version}', (said #>> '{object,created}')::timestamptz, said -> 'object', true)
                on conflict do nothing;
        else
            update stix_object set current = false where bulletin_id = record and part = in_part and id = said #>> '{object,id}';
            insert into stix_object (key, bulletin_id, originator_state, part, id, type, spec_version, version, body, current, only_for)
                values (md5(in_part || record || (said #>> '{object,id}') || (said ->> 'version'))::uuid, record, originator, in_part,
                    said #>> '{object,id}', said #>> '{object,type}', coalesce(said #>> '{object,spec_version}', '2.1'),
                    (said ->> 'version')::timestamptz, said -> 'object', true, for_one)
                on conflict (key) do update set current = true, body = excluded.body;
        end if;
    end loop;
    if in_part = 'MAPPED' then
        update stix_object o set current = false where o.bulletin_id = record and o.part = 'MAPPED' and o.current
            and not exists (select 1 from jsonb_array_elements(objects) as now_said (value)
                where now_said.value #>> '{object,id}' = o.id);
        -- what came in goes out where the report names it
        update stix_object o set current = false where o.bulletin_id = record and o.part = 'GIVEN' and o.current
            and o.type <> 'report' and not exists (select 1 from jsonb_array_elements(objects) as now_said (value)
                where now_said.value #> '{object,object_refs}' ? o.id);
    end if;
end
$$;

-- Puts what a state's system brought with a draft into the collection of what that state wrote.
create function stix_write(record uuid, objects jsonb, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform stix_keep(record, 'GIVEN', null, objects);
    perform stix_list('own/' || comity_state(), comity_state(), (select array_agg(md5('GIVEN' || record
            || (said.value #>> '{object,id}') || (said.value ->> 'version'))::uuid order by said.ordinality)
        from jsonb_array_elements(objects) with ordinality said), at);
end
$$;

-- Takes versions of an object of a draft out of it again.
create function stix_remove(wanted text, versions timestamptz[]) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    removed int;
begin
    if comity_state() is null or not comity_analysis_desk() then
        raise insufficient_privilege using message = 'this is for the desk that wrote it';
    end if;
    with gone as (delete from stix_entry e where e.collection = 'own/' || comity_state() and e.id = wanted
            and e.version = any (versions) returning e.object_key)
        delete from stix_object o using gone where o.key = gone.object_key;
    get diagnostics removed = row_count;
    return removed;
end
$$;

-- Seeded collections, for tests of TAXII alone: what stands in them is nobody's.
create function stix_seed(in_collection text, objects jsonb, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    said jsonb;
    of_object uuid;
begin
    if in_collection not like 'seed/%' then
        raise insufficient_privilege using message = 'no such seeded collection';
    end if;
    for said in select value from jsonb_array_elements(objects)
    loop
        of_object := md5(in_collection || (said #>> '{object,id}') || (said ->> 'version'))::uuid;
        insert into stix_object (key, part, id, type, spec_version, version, body, current)
            values (of_object, 'SEEDED', said #>> '{object,id}', said #>> '{object,type}', said ->> 'specVersion',
                (said ->> 'version')::timestamptz, said -> 'object', true)
            on conflict do nothing;
        if found then
            if said ->> 'addedAt' is null then
                perform stix_list(in_collection, '*', array[of_object], at);
            else
                perform stix_list(in_collection, '*', array[of_object], (said ->> 'addedAt')::timestamptz);
            end if;
        end if;
    end loop;
end
$$;
create function stix_unseed(in_collection text, wanted text, versions timestamptz[]) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    removed int;
begin
    delete from stix_object o using stix_entry e where e.object_key = o.key and e.reader = '*'
        and (in_collection is null or e.collection = in_collection and e.id = wanted and e.version = any (versions));
    get diagnostics removed = row_count;
    if in_collection is null then
        delete from stix_stamp where collection like 'seed/%';
    end if;
    return removed;
end
$$;

-- The functions that write are for the service. Those that others of them call are for nobody else.
revoke execute on function stix_stamp(text, int, timestamptz), stix_list(text, text, uuid[], timestamptz),
    stix_share(uuid, timestamptz), stix_keep(uuid, text, text, jsonb), stix_write(uuid, jsonb, timestamptz),
    stix_remove(text, timestamptz[]), stix_seed(text, jsonb, timestamptz), stix_unseed(text, text, timestamptz[]) from public;
grant execute on function stix_share(uuid, timestamptz), stix_keep(uuid, text, text, jsonb), stix_write(uuid, jsonb, timestamptz),
    stix_remove(text, timestamptz[]), stix_seed(text, jsonb, timestamptz), stix_unseed(text, text, timestamptz[]) to ${app};
