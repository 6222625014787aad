-- The 25 founding states of the Code (domain 1a and 7.1). All count from its publication; Costa Rica's own day is not
-- certain, since the list of the first hour lacks it. The zone is that of the seat of government; Kosovo has none of its
-- own in the IANA database. Names of authorities, points of contact and holidays are for the states to fill in.
insert into state (iso2, version, name, official_name, status_note, default_release, default_tlp, zone, status,
                   subscribed_on, updated_at, announced_version)
select iso2, 1, name, official_name, status_note, 'ORIGINATOR_ONLY', 'AMBER', zone, 'SUBSCRIBED', date '2023-03-30', now(), 0
from (values
    ('AL', 'Albania', 'Republic of Albania', null, 'Europe/Tirane'),
    ('AU', 'Australia', 'Commonwealth of Australia', null, 'Australia/Sydney'),
    ('BG', 'Bulgaria', 'Republic of Bulgaria', null, 'Europe/Sofia'),
    ('CA', 'Canada', null, null, 'America/Toronto'),
    ('CR', 'Costa Rica', 'Republic of Costa Rica', null, 'America/Costa_Rica'),
    ('HR', 'Croatia', 'Republic of Croatia', null, 'Europe/Zagreb'),
    ('CZ', 'Czechia', 'Czech Republic', null, 'Europe/Prague'),
    ('DK', 'Denmark', 'Kingdom of Denmark', null, 'Europe/Copenhagen'),
    ('EC', 'Ecuador', 'Republic of Ecuador', null, 'America/Guayaquil'),
    ('EE', 'Estonia', 'Republic of Estonia', null, 'Europe/Tallinn'),
    ('FI', 'Finland', 'Republic of Finland', null, 'Europe/Helsinki'),
    ('FR', 'France', 'French Republic', null, 'Europe/Paris'),
    ('DE', 'Germany', 'Federal Republic of Germany', null, 'Europe/Berlin'),
    ('JP', 'Japan', null, null, 'Asia/Tokyo'),
    ('XK', 'Kosovo', null, 'This designation is without prejudice to positions on status.', 'Europe/Belgrade'),
    ('LV', 'Latvia', 'Republic of Latvia', null, 'Europe/Riga'),
    ('NL', 'Netherlands', 'Kingdom of the Netherlands', null, 'Europe/Amsterdam'),
    ('NZ', 'New Zealand', null, null, 'Pacific/Auckland'),
    ('MK', 'North Macedonia', 'Republic of North Macedonia', null, 'Europe/Skopje'),
    ('NO', 'Norway', 'Kingdom of Norway', null, 'Europe/Oslo'),
    ('KR', 'Republic of Korea', null, null, 'Asia/Seoul'),
    ('SK', 'Slovakia', 'Slovak Republic', null, 'Europe/Bratislava'),
    ('ES', 'Spain', 'Kingdom of Spain', null, 'Europe/Madrid'),
    ('GB', 'United Kingdom', 'United Kingdom of Great Britain and Northern Ireland', null, 'Europe/London'),
    ('US', 'United States', 'United States of America', null, 'America/New_York')
) as founding (iso2, name, official_name, status_note, zone);

-- NSG from a source; WA, AG, MTCR and EU from memory (domain 7.1). Since when is not known.
insert into regime_membership (id, iso2, position, regime, standing)
select gen_random_uuid(), iso2, regime.position, regime.code, 'MEMBER'
from (values
    ('AU', array['WA', 'NSG', 'AG', 'MTCR']::text[]),
    ('BG', array['WA', 'NSG', 'AG', 'MTCR', 'EU']::text[]),
    ('CA', array['WA', 'NSG', 'AG', 'MTCR']::text[]),
    ('HR', array['WA', 'NSG', 'AG', 'EU']::text[]),
    ('CZ', array['WA', 'NSG', 'AG', 'MTCR', 'EU']::text[]),
    ('DK', array['WA', 'NSG', 'AG', 'MTCR', 'EU']::text[]),
    ('EE', array['WA', 'NSG', 'AG', 'EU']::text[]),
    ('FI', array['WA', 'NSG', 'AG', 'MTCR', 'EU']::text[]),
    ('FR', array['WA', 'NSG', 'AG', 'MTCR', 'EU']::text[]),
    ('DE', array['WA', 'NSG', 'AG', 'MTCR', 'EU']::text[]),
    ('JP', array['WA', 'NSG', 'AG', 'MTCR']::text[]),
    ('LV', array['WA', 'NSG', 'AG', 'EU']::text[]),
    ('NL', array['WA', 'NSG', 'AG', 'MTCR', 'EU']::text[]),
    ('NZ', array['WA', 'NSG', 'AG', 'MTCR']::text[]),
    ('NO', array['WA', 'NSG', 'AG', 'MTCR']::text[]),
    ('KR', array['WA', 'NSG', 'AG', 'MTCR']::text[]),
    ('SK', array['WA', 'NSG', 'AG', 'EU']::text[]),
    ('ES', array['WA', 'NSG', 'AG', 'MTCR', 'EU']::text[]),
    ('GB', array['WA', 'NSG', 'AG', 'MTCR']::text[]),
    ('US', array['WA', 'NSG', 'AG', 'MTCR']::text[])
) as member (iso2, regimes)
cross join lateral (select listed.code, listed.n::int - 1 from unnest(regimes) with ordinality as listed (code, n))
    as regime (code, position);

insert into competent_authority (id, iso2, position, name, role)
select gen_random_uuid(), iso2, 0, 'National licensing authority', 'GRANT' from state;

insert into weekend (id, iso2, position, day)
select gen_random_uuid(), iso2, weekday.position, weekday.day
from state cross join (values (0, 'SATURDAY'), (1, 'SUNDAY')) as weekday (position, day);
