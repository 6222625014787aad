-- What the originator knows of the fields that it withholds. They stand in no table that readers have rows of.
alter table denial_file add column withheld_values jsonb;
comment on column denial_file.withheld_values is 'The withheld fields with their values; null when nothing is withheld';
