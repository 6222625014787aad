-- Bulletins whose readers do not learn which state they are from (ADR 0028). The rows keep the state, by which its desk has them;
-- what the service shows of them does not.
alter table bulletin add column unnamed boolean not null default false;
comment on column bulletin.unnamed is 'Its readers do not learn which state it is from';

-- Puts these objects, which are kept already, into a collection, in this order. Versions are earlier and later among those of one
-- state; an unnamed one is a state of its own in each of its bulletins, or two bulletins would tell that they are of one state.
create or replace function stix_list(in_collection text, for_reader text, keys uuid[], at timestamptz) returns void
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
            o.spec_version, o.version, o.part = 'GONE',
            case when (select b.unnamed from bulletin b where b.id = o.bulletin_id) then o.bulletin_id::text else o.originator_state end
        from unnest(keys) with ordinality as k (key, place) join stix_object o on o.key = k.key;
end
$$;
