-- What a denial says is kept in one row for each circle of its readers: the header, the narrative and the desk's own part.
-- Columns and tables stay for what SQL searches, counts, sorts or times by. ADR 0023.
alter table denial no force row level security;
alter table denial_narrative no force row level security;
alter table denial_file no force row level security;
alter table denial_item no force row level security;
alter table denial_party no force row level security;
alter table denial_reason no force row level security;

alter table denial add column content jsonb;
update denial d set content = jsonb_strip_nulls(jsonb_build_object(
        'kind', d.kind, 'decisionDate', d.decision_date, 'basis', d.basis,
        'items', (select jsonb_agg(jsonb_build_object(
                'controlCode', i.control_code, 'controlList', i.control_list, 'sensitivity', i.sensitivity,
                'description', i.description, 'keyParameters', nullif(i.key_parameters, '[]'), 'quantity', i.quantity,
                'unit', i.unit, 'productType', i.product_type) order by i.position)
            from denial_item i where i.denial_id = d.id),
        'destinationState', d.destination_state, 'transitStates', nullif(to_jsonb(d.transit_states), '[]'),
        'validityPolicy', d.validity_policy, 'validFrom', d.valid_from, 'suspensionEndsOn', d.suspension_ends_on,
        'tlp', d.tlp, 'permittedUse', nullif(to_jsonb(d.permitted_use), '[]'), 'provenance', d.provenance,
        'caveats', nullif(to_jsonb(d.caveats), '[]'), 'withheld', nullif(d.withheld, '[]'),
        'releasability', case when d.release_mode is not null then jsonb_build_object('mode', d.release_mode) end));

alter table denial_narrative add column content jsonb;
update denial_narrative n set content = jsonb_strip_nulls(jsonb_build_object(
        'parties', (select jsonb_agg(jsonb_build_object(
                'role', p.role, 'name', p.name, 'aliases', nullif(to_jsonb(p.aliases), '[]'),
                'nativeScriptName', p.native_script_name, 'address', p.address, 'country', p.country,
                'identifiers', nullif(p.identifiers, '[]'), 'entityType', p.entity_type,
                'isNaturalPerson', p.natural_person) order by p.position)
            from denial_party p where p.denial_id = n.denial_id),
        'statedEndUse', n.stated_end_use, 'assessedEndUse', n.assessed_end_use,
        'reasons', (select jsonb_agg(jsonb_build_object(
                'criterion', r.criterion, 'misuseTypes', nullif(to_jsonb(r.misuse_types), '[]'),
                'rightsEngaged', nullif(to_jsonb(r.rights_engaged), '[]'), 'tearline', r.tearline,
                'narrative', r.narrative) order by r.position)
            from denial_reason r where r.denial_id = n.denial_id),
        'renewalGrounds', n.renewal_grounds, 'finalAssessment', n.final_assessment));

alter table denial_file add column content jsonb;
-- What was kept beside the withheld fields stood in the other tables too.
update denial_file f set content = coalesce((select jsonb_object_agg(kept.key, kept.value)
            from denial d, jsonb_array_elements(d.withheld) field, jsonb_each(f.withheld_values) kept
            where d.id = f.denial_id and kept.key = field ->> 'field'), '{}')
        || jsonb_strip_nulls(jsonb_build_object('nationalRef', f.national_ref, 'nationalAnnex', f.national_annex));

-- A column that is searched follows from the content by itself. A cast of a text to a date depends on settings.
create function comity_day(iso text) returns date language sql immutable strict parallel safe as $$
    select make_date(substr(iso, 1, 4)::int, substr(iso, 6, 2)::int, substr(iso, 9, 2)::int)
$$;
alter table denial
    drop column kind, drop column decision_date, drop column basis, drop column destination_state,
    drop column transit_states, drop column validity_policy, drop column valid_from, drop column suspension_ends_on,
    drop column tlp, drop column release_mode, drop column permitted_use, drop column provenance,
    drop column caveats, drop column withheld;
alter table denial
    alter column content set not null,
    add column kind text generated always as (content ->> 'kind') stored,
    add column decision_date date generated always as (comity_day(content ->> 'decisionDate')) stored,
    add column destination_state text generated always as (content ->> 'destinationState') stored,
    add column validity_policy text generated always as (content ->> 'validityPolicy') stored,
    add column suspension_ends_on date generated always as (comity_day(content ->> 'suspensionEndsOn')) stored,
    add column tlp text generated always as (content ->> 'tlp') stored,
    add constraint denial_release_chosen check (notified_at is null or content -> 'releasability' is not null);
alter table denial_narrative
    drop column finally_assessed, drop column stated_end_use, drop column assessed_end_use, drop column renewal_grounds,
    drop column final_assessment;
alter table denial_narrative
    alter column content set not null,
    add column finally_assessed boolean generated always as (content -> 'finalAssessment' is not null) stored;
alter table denial_file drop column national_annex, drop column withheld_values;
alter table denial_file alter column content set not null;
grant select (kind, validity_policy, suspension_ends_on) on denial to ${timer};
grant select (finally_assessed) on denial_narrative to ${timer};
comment on column denial.content is 'What every reader of the denial gets of its content, as JSON (DraftDenial)';
comment on column denial_narrative.content is 'What those readers get besides whom it is released to for licensing; persons are placeholders';
comment on column denial_narrative.finally_assessed is 'Whether there is a final assessment; all that the timer sees of a narrative';
comment on column denial_file.content is 'The desk''s own fields, and those that it withholds; persons are placeholders';

-- Of the lists in the content, what they are searched and counted by.
update denial_item set description_key = lower(description) where description_key is null;
alter table denial_item
    drop column id, drop column control_list, drop column description, drop column key_parameters, drop column quantity,
    drop column unit, drop column product_type, add primary key (denial_id, position);
drop index denial_item_denial;
alter table denial_reason
    drop column id, drop column rights_engaged, drop column tearline, drop column narrative,
    add primary key (denial_id, position);
drop index denial_reason_denial;
-- A person is found by no name; who may read one is who may read the narrative.
drop policy natural_person_select on natural_person;
create policy natural_person_select on natural_person for select to ${app} using (
    (originator_state = (select comity_state()) and (select comity_desk()))
    or (shared and exists (select 1 from denial_narrative n where n.denial_id = natural_person.record_id)));
delete from denial_party p where p.natural_person or p.entity_type = 'INDIVIDUAL'
    or exists (select 1 from denial_party q where q.denial_id = p.denial_id and q.position < p.position
        and coalesce(q.name_key, lower(q.name)) = coalesce(p.name_key, lower(p.name))
        and not coalesce(q.natural_person, false) and q.entity_type is distinct from 'INDIVIDUAL');
update denial_party set name_key = lower(name) where name_key is null;
alter table denial_party
    drop column id, drop column position, drop column role, drop column name, drop column aliases,
    drop column native_script_name, drop column address, drop column country, drop column identifiers,
    drop column entity_type, drop column natural_person, add primary key (denial_id, name_key);
drop index denial_party_denial;

alter table denial force row level security;
alter table denial_narrative force row level security;
alter table denial_file force row level security;
alter table denial_item force row level security;
alter table denial_party force row level security;
alter table denial_reason force row level security;
