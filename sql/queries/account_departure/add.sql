insert into account_departure (state_sha256, nonce, verifier, path, expires_at) values ($1, $2, $3, $4, $5)
