-- The reference of a natural person lies with the person, sealed, and is gone with the person. Since V69 it was text.
-- What V69 found nowhere, since it was sealed already, is still there and is shown to its originator's desk again.
alter table denial_party_reference no force row level security;
alter table denial_party no force row level security;
alter table natural_person no force row level security;
alter table denial_party_reference
    add column person uuid references natural_person (id) on delete cascade,
    alter column reference drop not null,
    add constraint denial_party_reference_says_one check (person is not null or reference is not null);
comment on column denial_party_reference.person is
    'The person that the reference goes with; without a reference here, the one that has it sealed and is not shared';
create index denial_party_reference_person on denial_party_reference (person) where person is not null;
-- SQL cannot seal: what is text stays until its denial is saved, or its person is removed.
update denial_party_reference r set person = n.id
    from denial_party p, natural_person n
    where p.denial_id = r.denial_id and p.position = r.party_position and n.record_id = r.denial_id
      and (p.natural_person or p.entity_type = 'INDIVIDUAL') and p.name = 'person:' || n.id;
delete from denial_party_reference r using denial_party p
    where p.denial_id = r.denial_id and p.position = r.party_position and r.person is null
      and (p.natural_person or p.entity_type = 'INDIVIDUAL') and p.name like 'person:%';
alter table natural_person force row level security;
alter table denial_party force row level security;
alter table denial_party_reference force row level security;
