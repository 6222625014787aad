-- Whose access has ended, read by every service with each request.
create table access_ended (
    subject  text        not null primary key,
    ended_at timestamptz not null,
    reason   text        not null
);
comment on table access_ended is 'A row ends access at once; deleting it restores access';
comment on column access_ended.subject is 'state:<code>, person:<sub>, session:<sid>, or role:<sub>:<role>';
revoke all on access_ended from public;
grant select on access_ended to access_reader;
grant select, insert, delete on access_ended to access_writer;
