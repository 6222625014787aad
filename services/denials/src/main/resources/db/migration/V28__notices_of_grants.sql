-- A grant is notified to other states not only in spite of denials: after a consultation on essential interests it goes
-- to all states that subscribe. The same table for both; ADR 0014.

alter table undercut_notice rename to consultation_notice;
alter table undercut_notice_denial rename to consultation_notice_denial;
alter policy undercut_notice_insert on consultation_notice rename to consultation_notice_insert;
alter policy undercut_notice_denial_insert on consultation_notice_denial rename to consultation_notice_denial_insert;
alter policy undercut_notice_denial_select on consultation_notice_denial rename to consultation_notice_denial_select;
alter index undercut_notice_denial_denial rename to consultation_notice_denial_denial;

alter table consultation_notice
    add column type          text   not null default 'UNDERCUT',
    add column destination   text,
    add column control_codes text[] not null default '{}';
alter table consultation_notice alter column type drop default;
comment on table consultation_notice is 'That a licence was granted: in spite of denials, or after others were asked about essential interests';
comment on column consultation_notice.destination is 'Of the transaction, and the entries of its items, in a notice about an essential interest';

create table consultation_notice_state (
    consultation_id  uuid not null,
    requesting_state text not null,
    state            text not null,
    primary key (consultation_id, state),
    foreign key (consultation_id, requesting_state) references consultation (id, requesting_state)
);
comment on table consultation_notice_state is 'To whom a notice about an essential interest went: the states that subscribed on the day; each state sees its own row';
alter table consultation_notice_state enable row level security;
alter table consultation_notice_state force row level security;
create policy consultation_notice_state_insert on consultation_notice_state for insert to ${app}
    with check (requesting_state = (select comity_state()) and (select comity_desk()));
create policy consultation_notice_state_select on consultation_notice_state for select to ${app} using (
    (select comity_desk_or_poc())
    and (state = (select comity_state()) or requesting_state = (select comity_state())));
grant select, insert on consultation_notice_state to ${app};

drop policy undercut_notice_select on consultation_notice;
create policy consultation_notice_select on consultation_notice for select to ${app} using (
    (requesting_state = (select comity_state()) and (select comity_desk_or_poc()))
    or exists (select 1 from consultation_notice_denial d where d.consultation_id = consultation_notice.consultation_id)
    or exists (select 1 from consultation_notice_state s where s.consultation_id = consultation_notice.consultation_id));
