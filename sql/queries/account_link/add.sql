insert into account_link (secret_sha256, purpose, account, made_by, expires_at) values ($1, $2, $3, $4, $5)
