-- Bulletins that several states publish in the name of all of them: what each signs, before anybody else has it.
create table bulletin_signature (
    bulletin_id      uuid        not null,
    originator_state text        not null,
    state            text        not null,
    signed_at        timestamptz not null,
    primary key (bulletin_id, state),
    foreign key (bulletin_id, originator_state) references bulletin (id, originator_state) on delete cascade
);
comment on table bulletin_signature is 'A state stands by a collective notice, as it was proposed';
alter table bulletin_signature enable row level security;
alter table bulletin_signature force row level security;
grant select, insert on bulletin_signature to ${app};
create policy bulletin_signature_select on bulletin_signature for select to ${app}
    using (exists (select 1 from bulletin b where b.id = bulletin_id));
create policy bulletin_signature_insert on bulletin_signature for insert to ${app} with check (
    state = (select comity_state()) and (select comity_has_role('licensing-approver'))
    and exists (select 1 from bulletin b where b.id = bulletin_id and b.status = 'PROPOSED'
        and b.originator_state = bulletin_signature.originator_state and b.content -> 'signatories' ? bulletin_signature.state));

-- Recalls what a bulletin says, for all the states that had it: the collection of each keeps that it was there. A notice that was
-- proposed and never published stands in no collection, and its signatories are its readers.
create or replace function bulletin_recalled(record uuid, fingerprints text[]) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not comity_analysis_desk() or not exists (select 1 from bulletin b where b.id = record
            and b.originator_state = comity_state()) then
        raise insufficient_privilege using message = 'a bulletin is for its own desk to recall';
    end if;
    insert into bulletin_recall (state, fingerprint)
        select distinct had.state, f.fingerprint
            from (select e.reader as state from stix_entry e where e.bulletin_id = record and e.collection = 'released/' || e.reader
                union select a.state from bulletin_audience a where a.bulletin_id = record and a.released) as had,
                unnest(fingerprints) as f (fingerprint)
            where had.state <> comity_state()
        on conflict do nothing;
end
$$;
