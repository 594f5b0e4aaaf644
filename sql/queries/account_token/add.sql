insert into account_token (id, secret_sha256, account, label, scope, made_at, expires_at, used_at, revoked_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
