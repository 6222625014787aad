-- The owner of a webhook that takes nothing is told before it is switched off, once, and may try it.
alter table webhook add column noticed_at timestamptz;
alter table webhook add column tested_at timestamptz;
comment on column webhook.noticed_at is 'When its owner was told that it will be switched off';
comment on column webhook.tested_at is 'When its owner tried it last';
alter table mail add column about text not null default 'NEWS';
alter table mail alter column about drop default;
comment on column mail.about is 'NEWS: a rule matched; WEBHOOK_FAILS: a webhook of its reader will be switched off';
