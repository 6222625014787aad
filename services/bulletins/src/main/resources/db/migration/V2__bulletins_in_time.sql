-- What time does to bulletins: the timer sees when one ends and which alerts wait for whom, and no word of what they say.
alter table bulletin add column reminded_at timestamptz;
comment on column bulletin.reminded_at is 'When the states that had not acknowledged the alert were reminded';
alter table bulletin add column is_alert boolean generated always as (content ->> 'class' = 'ALERT') stored;
create policy bulletin_timer_select on bulletin for select to ${timer} using (version > 0);
create policy bulletin_timer_update on bulletin for update to ${timer} using (version > 0) with check (version > 0);
grant select (id, status, version, valid_until, published_at, reminded_at, is_alert),
    update (status, content_at, reminded_at) on bulletin to ${timer};
create policy bulletin_file_timer_select on bulletin_file for select to ${timer} using (true);
create policy bulletin_file_timer_update on bulletin_file for update to ${timer} using (true) with check (true);
grant select (bulletin_id, row_version), update (row_version, updated_at) on bulletin_file to ${timer};
create policy bulletin_audience_timer_select on bulletin_audience for select to ${timer} using (released);
grant select (bulletin_id, state, own, released) on bulletin_audience to ${timer};
create policy bulletin_acknowledgement_timer_select on bulletin_acknowledgement for select to ${timer} using (true);
grant select (bulletin_id, state) on bulletin_acknowledgement to ${timer};

-- Copies for everybody are read by everybody.
create policy bulletin_public on bulletin for select to ${app}
    using (tlp = 'CLEAR' and status in ('PUBLISHED', 'UPDATED', 'LAPSED', 'WITHDRAWN'));
create index bulletin_public_list on bulletin (published_at desc, id desc) where tlp = 'CLEAR';
