-- The files of bulletins, encrypted. What is said of them stands in what the bulletin says, in its version that readers have and in
-- its next one; here lies the file. A reader has those that the version names which it reads.
create table attachment (
    id               uuid        not null primary key,
    bulletin_id      uuid        not null,
    originator_state text        not null,
    sealed           bytea       not null,
    added_at         timestamptz not null,
    foreign key (bulletin_id, originator_state) references bulletin (id, originator_state) on delete cascade
);
create index attachment_of on attachment (bulletin_id);
-- It is encrypted, and packs no smaller
alter table attachment alter column sealed set storage external;
comment on table attachment is 'A file of a bulletin, bound by its encryption to the bulletin and to its own id';
alter table attachment enable row level security;
alter table attachment force row level security;
grant select, insert, delete on attachment to ${app};

do $$
declare
    own constant text := 'originator_state = (select comity_state()) and (select comity_analysis_desk())';
begin
    execute format('create policy attachment_insert on attachment for insert to ${app} with check (%s)', own);
    execute format('create policy attachment_delete on attachment for delete to ${app} using (%s)', own);
    execute format('create policy attachment_select on attachment for select to ${app} using ((%s) or exists (select 1 from bulletin b'
        ' where b.id = bulletin_id and b.content -> ''attachments'' @> jsonb_build_array(jsonb_build_object(''id'', attachment.id))))',
        own);
end
$$;
