-- How many faults a file has: of a file with many, not all are kept. Of an import from before all are.
-- The memory that a file takes while it is applied; one from before is taken for the largest.
alter table denial_import
    add column fault_count integer,
    add column megabytes integer;
