-- A page of TAXII asks these two for each of its rows. As functions of their caller they went through the policies of the tables that
-- they ask, which were worked out again for each row and took most of the time of a page. They are the owner's from here on, and say
-- themselves what those policies say: of the caller's own reader alone, which no argument can change.
create or replace function stix_reads(record uuid) returns boolean
    language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
begin
    return exists (select 1 from bulletin_audience a where a.bulletin_id = record and a.state = comity_reader()
        and (a.own and comity_analysis_desk()
            or a.released and (comity_analysis_desk() or comity_has_role('poc') or a.state = 'ZZ'))
        and (a.regime is null or comity_member(a.state, a.regime)));
end
$$;
create or replace function stix_has(of_object uuid) returns boolean
    language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
begin
    return exists (select 1 from stix_entry e where e.object_key = of_object
        and (e.reader = '*' and e.bulletin_id is null
            or e.reader = comity_reader() and (comity_analysis_desk() or comity_has_role('poc') or e.reader = 'ZZ')
                and (e.gone or e.bulletin_id is null or stix_reads(e.bulletin_id))));
end
$$;
revoke execute on function stix_reads(uuid), stix_has(uuid) from public;
grant execute on function stix_reads(uuid), stix_has(uuid) to ${app};
