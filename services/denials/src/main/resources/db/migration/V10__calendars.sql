-- Copy of the registry's working calendars, kept from registry.state.v1. Reference data: no wall.
create table member_calendar (
    iso2     text   not null primary key,
    version  bigint not null,
    zone     text   not null,
    weekend  text[] not null,
    holidays date[] not null
);
comment on table member_calendar is 'When states work; deadlines are computed from it once, and kept as instants';
comment on column member_calendar.version is 'The version of the registry''s record that this is from';
comment on column member_calendar.zone is 'IANA time zone, in which a day begins and ends';
comment on column member_calendar.weekend is 'Days of the week without work, such as SATURDAY';
grant select, insert, update on member_calendar to ${app};
