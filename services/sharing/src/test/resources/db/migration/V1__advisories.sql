create table advisory (
    id               uuid        not null primary key,
    originator_state text        not null,
    ref              text        not null,
    version          int         not null,
    text             text        not null,
    release_mode     text        not null,
    content_at       timestamptz not null
);
call comity_share('advisory');
