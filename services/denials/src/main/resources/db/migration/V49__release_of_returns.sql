-- What was returned to the members of a regime is read by its members of today, as a denial is.
alter table denial_return_audience add column regime text;
comment on column denial_return_audience.regime is 'The state reads as a member of this regime, as long as it is one; null where it reads without';

alter table denial_return no force row level security;
alter table denial_return_file no force row level security;
alter table denial_return_audience no force row level security;
update denial_return_audience a set regime = f.release_regime from denial_return r
    join denial_return_file f on f.return_id = r.id
    where r.id = a.return_id and not a.own and r.release_mode = 'REGIME';
alter table denial_return force row level security;
alter table denial_return_file force row level security;
alter table denial_return_audience force row level security;

drop policy denial_return_audience_select on denial_return_audience;
create policy denial_return_audience_select on denial_return_audience for select to ${app} using (
    (state = (select comity_state())
        and ((own and (select comity_desk())) or (released and (select comity_desk_or_poc()))
            or (analysis and (select comity_analyst())))
        and (regime is null or comity_member(state, regime)))
    or (originator_state = (select comity_state()) and (select comity_desk())));
