-- Names and descriptions are compared as the service folds them (docs/rules.md R-288): lower() knows neither the Turkish
-- i nor the Greek sigma. Rows from before keep the key that lower() made, until their denial is saved again.
alter table denial_party alter column name_key drop expression;
alter table denial_item add column description_key text;
