-- From now on a kept answer is under a seal that only the repeated request opens; those in clear are forgotten.
truncate idempotent_reply;
comment on column idempotent_reply.body is 'AES-256-GCM, the key made of the request, which is stored nowhere';
comment on column idempotent_reply.body_hash is 'Of the request and of the state and roles with which it was made';
