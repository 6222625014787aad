-- A note can be written anew by the desk of the state that wrote it.
alter table consultation_note
    add column edited_by      text,
    add column edited_by_name text,
    add column edited_at      timestamptz,
    add constraint consultation_note_edited check ((edited_by is null) = (edited_at is null)
        and (edited_by_name is null) = (edited_at is null));
comment on column consultation_note.edited_by is 'Who wrote the text as it stands; null until it is first edited';
create policy consultation_note_update on consultation_note for update to ${app}
    using (state = (select comity_state()) and (select comity_desk()))
    with check (state = (select comity_state()) and (select comity_desk()));
grant update (text, edited_by, edited_by_name, edited_at) on consultation_note to ${app};
