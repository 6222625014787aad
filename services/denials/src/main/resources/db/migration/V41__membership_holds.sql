-- What was released to the members of a regime is read by its members of today: a membership that begins later counts
-- later, and one that ended counts no more.
alter table member_regime add column since date;
comment on column member_regime.since is 'First day of the membership, in UTC; null where the registry does not know it';
create function comity_member(wanted_state text, wanted_regime text) returns boolean language sql stable as $$
    select exists (select 1 from member_regime m where m.iso2 = wanted_state and m.regime = wanted_regime
        and (m.since is null or m.since <= (now() at time zone 'UTC')::date))
$$;

alter table denial_audience add column regime text;
comment on column denial_audience.regime is 'The state reads as a member of this regime, as long as it is one; null where it reads without';

-- Only to roles that read by it, since a row tells that there is a denial.
drop policy denial_audience_select on denial_audience;
create policy denial_audience_select on denial_audience for select to ${app} using (
    (state = (select comity_state())
        and ((own and (select comity_desk())) or (released and (select comity_desk_or_poc()))
            or (analysis and (select comity_analyst())))
        and (regime is null or comity_member(state, regime)))
    or (originator_state = (select comity_state()) and (select comity_desk())));

drop policy denial_external_ref_select on denial_external_ref;
create policy denial_external_ref_select on denial_external_ref for select to ${app} using (
    (originator_state = (select comity_state()) and (select comity_desk()))
    or (exists (select 1 from denial_audience a where a.denial_id = denial_external_ref.denial_id
            and a.state = (select comity_state()) and ((a.own and (select comity_desk()))
                or (a.released and (select comity_desk_or_poc())) or (a.analysis and (select comity_analyst()))))
        and comity_member((select comity_state()), denial_external_ref.system)));

drop policy denial_audience_consultation_timer_read on denial_audience;
create policy denial_audience_consultation_timer_read on denial_audience for select to ${timer}
    using (released and (regime is null or comity_member(state, regime)));
grant select (regime) on denial_audience to ${timer};
grant select on member_regime to ${timer};
