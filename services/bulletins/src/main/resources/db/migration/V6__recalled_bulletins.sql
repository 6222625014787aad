-- What was recalled is not posted again by a state that had been allowed to read it, and the desks that wrote something from it are
-- told. Which bulletin it was stands nowhere: a state learns that it had something, and not from whom.
create table bulletin_recall (
    state       text not null,
    fingerprint text not null,
    primary key (state, fingerprint)
);
comment on table bulletin_recall is 'What a state may not post, since it had been allowed to read it and it was recalled';
alter table bulletin_recall enable row level security;
alter table bulletin_recall force row level security;
grant select on bulletin_recall to ${app};
create policy bulletin_recall_select on bulletin_recall for select to ${app}
    using (state = (select comity_state()) and (select comity_analysis_desk()));

alter table bulletin_file
    add column derived_from text[] not null default '{}',
    add column gone_sources text[] not null default '{}';
create index bulletin_file_derived_from on bulletin_file using gin (derived_from);
comment on column bulletin_file.derived_from is 'References of the bulletins that it was written from; for its desk alone';
comment on column bulletin_file.gone_sources is 'Those among them that were recalled, or narrowed so that its state has them no longer';

do $$
begin
    execute 'create policy bulletin_recall_owner on bulletin_recall to current_user using (true) with check (true)';
    execute 'create policy bulletin_file_owner on bulletin_file to current_user using (true) with check (true)';
end
$$;

-- Recalls what a bulletin says, for all the states that had it: the collection of each keeps that it was there.
create function bulletin_recalled(record uuid, fingerprints text[]) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not comity_analysis_desk() or not exists (select 1 from bulletin b where b.id = record
            and b.originator_state = comity_state()) then
        raise insufficient_privilege using message = 'a bulletin is for its own desk to recall';
    end if;
    insert into bulletin_recall (state, fingerprint)
        select distinct e.reader, f.fingerprint
            from stix_entry e join bulletin b on b.id = e.bulletin_id, unnest(fingerprints) as f (fingerprint)
            where e.bulletin_id = record and e.collection = 'released/' || e.reader and e.reader <> b.originator_state
        on conflict do nothing;
end
$$;

-- Marks what was written from a bulletin: by its own state, and by those that have it no longer. Returns what of that readers have.
create function bulletin_source_gone(record uuid, at timestamptz) returns table (id uuid, version int)
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not comity_analysis_desk() or not exists (select 1 from bulletin b where b.id = record
            and b.originator_state = comity_state()) then
        raise insufficient_privilege using message = 'a bulletin is for its own desk to recall';
    end if;
    return query
        with told as (
            update bulletin_file f
                set gone_sources = f.gone_sources || s.ref, row_version = f.row_version + 1, updated_at = at
                from bulletin s
                where s.id = record and f.bulletin_id <> record and f.derived_from @> array[s.ref]
                    and not f.gone_sources @> array[s.ref]
                    and (f.originator_state = s.originator_state or not exists (select 1 from bulletin_audience a
                        where a.bulletin_id = record and a.state = f.originator_state and a.released
                            and (a.regime is null or comity_member(a.state, a.regime))))
                returning f.bulletin_id
        )
        select b.id, b.version from told join bulletin b on b.id = told.bulletin_id where b.version > 0 order by b.id;
end
$$;
revoke execute on function bulletin_recalled(uuid, text[]), bulletin_source_gone(uuid, timestamptz) from public;
grant execute on function bulletin_recalled(uuid, text[]), bulletin_source_gone(uuid, timestamptz) to ${app};
