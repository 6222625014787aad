-- A note that was written while its draft was thrown away would have stayed without it.
alter table consultation_note add foreign key (consultation_id) references consultation (id) on delete cascade;
