create table advisory (
    id   uuid not null primary key,
    ref  text not null,
    text text not null
);
call comity_share('advisory');
