-- The states of the Code, and what it commits them to. Reference data, read by everyone who is signed in: no wall.
-- Who may change it is decided in the service (StateRights).

create table state (
    iso2              text        not null primary key,
    version           int         not null,
    name              text        not null,
    official_name     text,
    status_note       text,
    eligibility_basis text,
    default_release   text        not null,
    default_tlp       text        not null,
    zone              text        not null,
    status            text        not null,
    subscribed_on     date,
    declaration       text,
    suspended_because text,
    withdrawn_on      date,
    withdrawn_because text,
    updated_at        timestamptz not null,
    announced_version int         not null
);
comment on table state is 'States that subscribe to the Code, or are interested in it, or did';
comment on column state.iso2 is 'ISO 3166-1 alpha-2, upper case; XK for Kosovo, which has no ISO code';
comment on column state.version is 'Counts every change of the record, 1 at first; events carry it';
comment on column state.status_note is 'A note on the designation, without prejudice to positions on status';
comment on column state.eligibility_basis is 'Why the state could subscribe; free text, because sources differ on who may';
comment on column state.default_release is 'What a new record of this state is released to, unless its drafter says otherwise';
comment on column state.zone is 'IANA time zone of the working calendar';
comment on column state.status is 'INTERESTED, SUBSCRIBED, ACCESS_SUSPENDED or WITHDRAWN; the last two have a row in access_ended of the access database';
comment on column state.declaration is 'Where the declaration is filed; unknown for the founding states';
comment on column state.announced_version is 'The version that the outbox last took down; less than version until then';
create index state_unannounced on state (iso2) where announced_version < version;
grant select, insert, update on state to ${app};

create table regime_membership (
    id           uuid not null primary key,
    iso2         text not null references state (iso2),
    position     int  not null,
    regime       text not null,
    standing     text not null,
    member_since date,
    unique (iso2, regime)
);
comment on table regime_membership is 'Which state belongs to which export-control regime, or to the EU';
comment on column regime_membership.regime is 'WA, NSG, AG, MTCR, EU or ZC. Of the seeded rows only NSG comes from a source; WA, AG, MTCR and EU are from memory';
comment on column regime_membership.standing is 'MEMBER or ADHERENT; regime material goes to members only';
comment on column regime_membership.member_since is 'Since when; null where nobody said';

create table competent_authority (
    id       uuid not null primary key,
    iso2     text not null references state (iso2),
    position int  not null,
    name     text not null,
    role     text not null,
    url      text
);
comment on table competent_authority is 'Who in a state decides';
comment on column competent_authority.role is 'GRANT, BROKERING, TRANSIT or ENFORCEMENT';
create index competent_authority_state on competent_authority (iso2);

create table point_of_contact (
    id       uuid not null primary key,
    iso2     text not null references state (iso2),
    position int  not null,
    role     text not null,
    name     text not null,
    mail     text not null,
    hours    text,
    backup   text
);
comment on table point_of_contact is 'Whom to ask in a state';
comment on column point_of_contact.role is 'POC, DEPUTY, LICENSING, HR or TECHNICAL';
comment on column point_of_contact.hours is 'When reachable, in the state''s own zone';
comment on column point_of_contact.backup is 'Whom to ask when this one does not answer';
create index point_of_contact_state on point_of_contact (iso2);

create table weekend (
    id       uuid not null primary key,
    iso2     text not null references state (iso2),
    position int  not null,
    day      text not null,
    unique (iso2, day)
);
comment on table weekend is 'Days of the week on which a state does not work';

create table holiday (
    id       uuid not null primary key,
    iso2     text not null references state (iso2),
    position int  not null,
    day      date not null,
    name     text not null,
    unique (iso2, day)
);
comment on table holiday is 'Days on which a state does not work, each named for its own year';

grant select, insert, delete on regime_membership, competent_authority, point_of_contact, weekend, holiday to ${app};

create table commitment (
    code text not null primary key,
    text text not null
);
comment on table commitment is 'The commitments of the Code, in our own words (domain 1a); not its wording';
insert into commitment (code, text) values
    ('COC-1', 'Make efforts that domestic legal, regulatory, policy and enforcement tools are appropriate and updated to control dual-use exports to end-users that could misuse them for serious violations or abuses of human rights.'),
    ('COC-2', 'Take human rights into account when reviewing potential exports of such dual-use goods, software and technology.'),
    ('COC-3', 'Engage and consult the private sector, academia, researchers, technologists and civil society, including those from vulnerable groups, on these concerns and on effective implementation.'),
    ('COC-4', 'Share information with each other on emerging threats and risks.'),
    ('COC-5', 'Share, develop and implement best practices on controls of items that could be misused, re-exported or transferred.'),
    ('COC-6', 'Encourage the private sector to conduct due diligence in line with national law and the UN Guiding Principles or complementing instruments, while enabling non-subscribing states to do the same.'),
    ('COC-7', 'Aim to improve the capacity of non-subscribing states, according to national programmes.');

create table meeting_tag (
    code text not null primary key,
    text text not null
);
comment on table meeting_tag is 'The standing subjects of meetings (domain 1a), in our own words';
insert into meeting_tag (code, text) values
    ('MTG-A', 'Formal procedures to exchange export-control information.'),
    ('MTG-B', 'Policy questions, without prejudice to relevant frameworks.'),
    ('MTG-C', 'Human-rights concerns relating to licence applications.'),
    ('MTG-D', 'Information and views on relevant technologies.'),
    ('MTG-E', 'Collaboration opportunities with multilateral regimes.');

grant select on commitment, meeting_tag to ${app};
