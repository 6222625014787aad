-- Bulletins on threats and risks. The header has what every reader sees: the whole content, as JSON. What the desk keeps for
-- itself is in the file.
create table bulletin (
    id           uuid        not null primary key,
    ref          text        not null,
    status       text        not null,
    content      jsonb       not null,
    provenance   text        not null,
    published_at timestamptz,
    valid_until  date,
    ended_because text
);
call comity_share('bulletin', 'comity_analysis_desk');
alter table bulletin_file add column next jsonb;
comment on table bulletin is 'A bulletin: what each of its readers sees';
comment on column bulletin.content is 'What it says, as it was published last; of a draft, as it was written last';
comment on column bulletin_file.next is 'The next version, as long as it is worked on';
grant delete on bulletin to ${app};
create policy bulletin_delete on bulletin for delete to ${app}
    using (originator_state = (select comity_state()) and (select comity_analysis_desk()) and version = 0);

-- What lists are filtered by, one row for each value.
create table bulletin_key (
    bulletin_id      uuid not null,
    originator_state text not null,
    kind             text not null,
    value            text not null,
    primary key (kind, value, bulletin_id),
    foreign key (bulletin_id, originator_state) references bulletin (id, originator_state) on delete cascade
);
create index bulletin_key_of on bulletin_key (bulletin_id);
comment on table bulletin_key is 'Class, themes, entries with those above them, destinations and misuse of a bulletin';

-- What states say of a bulletin that they read: comments for all its readers, sightings and acknowledgements for its originator.
create table bulletin_comment (
    bulletin_id      uuid        not null,
    originator_state text        not null,
    state            text        not null,
    kind             text        not null,
    text             text,
    said_at          timestamptz not null,
    primary key (bulletin_id, state),
    foreign key (bulletin_id, originator_state) references bulletin (id, originator_state) on delete cascade
);
create table bulletin_sighting (
    bulletin_id      uuid        not null,
    originator_state text        not null,
    state            text        not null,
    action_taken     text        not null,
    said_at          timestamptz not null,
    primary key (bulletin_id, state),
    foreign key (bulletin_id, originator_state) references bulletin (id, originator_state) on delete cascade
);
create table bulletin_acknowledgement (
    bulletin_id      uuid        not null,
    originator_state text        not null,
    state            text        not null,
    said_at          timestamptz not null,
    primary key (bulletin_id, state),
    foreign key (bulletin_id, originator_state) references bulletin (id, originator_state) on delete cascade
);
comment on table bulletin_comment is 'What a state says of a bulletin to its readers: the last word of each';
comment on table bulletin_sighting is 'We acted on this: for the originator';
comment on table bulletin_acknowledgement is 'A state has seen an alert: for the originator';

do $$
declare
    of_bulletin text;
    reads constant text := 'exists (select 1 from bulletin b where b.id = bulletin_id)';
    own constant text := 'originator_state = (select comity_state()) and (select comity_analysis_desk())';
    answers constant text := 'state = (select comity_state()) and (select comity_analysis_desk()) and '
        'exists (select 1 from bulletin_audience a where a.bulletin_id = %1$I.bulletin_id and a.state = (select comity_state())'
        ' and a.released and not a.own and a.originator_state = %1$I.originator_state)';
begin
    foreach of_bulletin in array array['bulletin_key', 'bulletin_comment', 'bulletin_sighting', 'bulletin_acknowledgement']
    loop
        execute format('alter table %I enable row level security', of_bulletin);
        execute format('alter table %I force row level security', of_bulletin);
        execute format('grant select, insert, update, delete on %I to ${app}', of_bulletin);
    end loop;
    execute format('create policy bulletin_key_select on bulletin_key for select to ${app} using (%s)', reads);
    execute format('create policy bulletin_key_insert on bulletin_key for insert to ${app} with check (%s)', own);
    execute format('create policy bulletin_key_delete on bulletin_key for delete to ${app} using (%s)', own);
    foreach of_bulletin in array array['bulletin_comment', 'bulletin_sighting', 'bulletin_acknowledgement']
    loop
        execute format('create policy %1$I on %2$I for insert to ${app} with check (%3$s)', of_bulletin || '_insert', of_bulletin,
            format(answers, of_bulletin));
        execute format('create policy %1$I on %2$I for update to ${app} using (%3$s) with check (%3$s)', of_bulletin || '_update',
            of_bulletin, format(answers, of_bulletin));
        execute format('create policy %1$I on %2$I for select to ${app} using (%3$s)', of_bulletin || '_select', of_bulletin,
            case of_bulletin when 'bulletin_comment' then reads
                else '(' || own || ') or (state = (select comity_state()) and ' || reads || ')' end);
    end loop;
end
$$;
