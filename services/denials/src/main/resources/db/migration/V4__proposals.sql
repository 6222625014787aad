-- What is proposed to do with a denial in force: new content, another term, its end. One thing at a time.

alter table denial_file add column proposal text;
alter table denial_file add column proposal_words text;
comment on column denial_file.proposal is 'What the working copy of a denial in force proposes: AMENDMENT, RENEWAL or REVOCATION';
comment on column denial_file.proposal_words is 'Grounds of the renewal, or reason of the revocation, that is proposed';

-- FORCE binds the owner too, so it is off while what is there already is brought up.
alter table denial_file no force row level security;
update denial_file set proposal = 'AMENDMENT' where amendment is not null;
alter table denial_file force row level security;
grant update (proposal, proposal_words) on denial_file to ${timer};

alter table denial_narrative add column revocation_reason text;
comment on column denial_narrative.revocation_reason is 'Why the denial was revoked; for those who see the narrative';
