-- Exact names, letters' case aside, for the duplicate warning. A column, since lower() is not leakproof: under the
-- policy an index on it would not be used.
alter table denial_party add column name_key text generated always as (lower(name)) stored;
create index denial_party_name on denial_party (name_key, denial_id);
