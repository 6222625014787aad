-- What a state lets into the public yearly table, and the table itself. The timer sums what is approved: nobody else,
-- the secretariat neither, sees another state's figures.

create table yearly_figures (
    originator_state text        not null,
    year             int         not null,
    row_version      int         not null,
    proposed_by      text        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    approved_by      text,
    approved_by_name text,
    approved_at      timestamptz,
    primary key (originator_state, year)
);
comment on table yearly_figures is 'A state''s own figures for a year, for the public table once another person approved them';

create table yearly_figure (
    originator_state text   not null,
    year             int    not null,
    dimension        text   not null,
    key              text   not null,
    denials          bigint not null,
    primary key (originator_state, year, dimension, key),
    foreign key (originator_state, year) references yearly_figures (originator_state, year)
);
comment on column yearly_figure.key is 'Such as 5A001.f.2 or KZ; a hyphen for what has none';

-- Published: for everybody, and never changed.
create table yearly_table (
    year         int         not null primary key,
    published_at timestamptz not null,
    states       int         not null
);
comment on column yearly_table.states is 'How many states'' figures are in it; which ones is not told';
create table yearly_table_cell (
    year      int  not null references yearly_table (year),
    dimension text not null,
    key       text not null,
    denials   bigint,
    primary key (year, dimension, key)
);
comment on column yearly_table_cell.denials is 'Null where it is suppressed';

do $$
declare
    own constant text := 'originator_state = (select comity_state()) and (select comity_desk())';
    name text;
begin
    foreach name in array array['yearly_figures', 'yearly_figure']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy %I on %I for select to ${app} using (%s)', name || '_select', name, own);
        execute format('create policy %I on %I for insert to ${app} with check (%s)', name || '_insert', name, own);
        execute format('grant select, insert on %I to ${app}', name);
    end loop;
    execute format('create policy yearly_figures_update on yearly_figures for update to ${app} using (%1$s) with check (%1$s)', own);
    execute format('create policy yearly_figure_delete on yearly_figure for delete to ${app} using (%s)', own);
end
$$;
grant update on yearly_figures to ${app};
grant delete on yearly_figure to ${app};

create policy yearly_figures_timer on yearly_figures for select to ${timer} using (approved_at is not null);
grant select (originator_state, year, approved_at) on yearly_figures to ${timer};
create policy yearly_figure_timer on yearly_figure for select to ${timer} using (exists (select 1 from yearly_figures f
    where f.originator_state = yearly_figure.originator_state and f.year = yearly_figure.year and f.approved_at is not null));
grant select on yearly_figure to ${timer};
grant select on yearly_table, yearly_table_cell to ${app};
grant select, insert on yearly_table, yearly_table_cell to ${timer};
