-- What an originator learns of its readers: state and day, never the person.
create table denial_receipt (
    id               uuid not null primary key,
    denial_id        uuid not null,
    originator_state text not null,
    ref              text not null,
    state            text not null,
    version          int  not null,
    day              date not null,
    foreign key (denial_id, originator_state) references denial (id, originator_state),
    unique (denial_id, state, version, day)
);
comment on table denial_receipt is 'A state opened this version of a denial on this day, in UTC';
create index denial_receipt_list on denial_receipt (originator_state, day desc, id desc);
alter table denial_receipt enable row level security;
alter table denial_receipt force row level security;
-- A reader leaves a receipt for what it may read, and never reads one back.
create policy denial_receipt_insert on denial_receipt for insert to ${app}
    with check (state = (select comity_state()) and exists (select 1 from denial_audience a
        where a.denial_id = denial_receipt.denial_id and a.state = (select comity_state()) and not a.own
          and a.originator_state = denial_receipt.originator_state));
create policy denial_receipt_select on denial_receipt for select to ${app}
    using (originator_state = (select comity_state())
        and ((select comity_desk_or_poc()) or (select comity_has_role('auditor'))));
grant select, insert on denial_receipt to ${app};
