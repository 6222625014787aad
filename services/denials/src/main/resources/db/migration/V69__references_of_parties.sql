-- The reference that a regime gave to the case of a party, as files have it. Which regime is not said, so that its
-- originator's desk alone sees it: as another system's reference it would be for that system's members.
create table denial_party_reference (
    denial_id        uuid not null,
    originator_state text not null,
    party_position   int  not null,
    position         int  not null,
    reference        text not null,
    primary key (denial_id, party_position, position),
    foreign key (denial_id, originator_state) references denial (id, originator_state) on delete cascade
);
comment on table denial_party_reference is 'References of regimes that parties of a file have; for its originator';
comment on column denial_party_reference.position is 'Its place among the identifiers of the party';
alter table denial_party no force row level security;
insert into denial_party_reference (denial_id, originator_state, party_position, position, reference)
    select p.denial_id, p.originator_state, p.position, e.place - 1, e.identifier ->> 'value'
    from denial_party p, jsonb_array_elements(p.identifiers) with ordinality e(identifier, place)
    where lower(e.identifier ->> 'type') = 'regime_reg_ref';
update denial_party p set identifiers = coalesce((select jsonb_agg(e.identifier order by e.place)
        from jsonb_array_elements(p.identifiers) with ordinality e(identifier, place)
        where lower(e.identifier ->> 'type') <> 'regime_reg_ref'), '[]')
    where exists (select 1 from denial_party_reference r where r.denial_id = p.denial_id and r.party_position = p.position);
alter table denial_party force row level security;
alter table denial_party_reference enable row level security;
alter table denial_party_reference force row level security;
create policy denial_party_reference_select on denial_party_reference for select to ${app}
    using (originator_state = (select comity_state()) and (select comity_desk()));
create policy denial_party_reference_insert on denial_party_reference for insert to ${app}
    with check (originator_state = (select comity_state()) and (select comity_desk()));
create policy denial_party_reference_delete on denial_party_reference for delete to ${app}
    using (originator_state = (select comity_state()) and (select comity_desk()));
grant select, insert, delete on denial_party_reference to ${app};
