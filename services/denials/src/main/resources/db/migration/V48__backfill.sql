-- The owner is behind the wall as well, so that V42 found no denial that had ended before it, and V41 set no regime.
alter table denial no force row level security;
alter table denial_file no force row level security;
alter table denial_audience no force row level security;
update denial set ended_at = content_at where status in ('REVOKED', 'EXPIRED') and ended_at is null;
update denial_audience a set regime = f.release_regime from denial d join denial_file f on f.denial_id = d.id
    where d.id = a.denial_id and not a.own and a.regime is null and f.release_regime is not null
    and (d.release_mode = 'REGIME' or d.provenance = 'REGIME_DERIVED');
alter table denial force row level security;
alter table denial_file force row level security;
alter table denial_audience force row level security;
