insert into account_session (id, secret_sha256, account, made_at, seen_at, address, agent) values ($1, $2, $3, $4, $5, $6, $7)
