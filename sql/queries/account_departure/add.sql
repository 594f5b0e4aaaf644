insert into account_departure (state_sha256, purpose, nonce, verifier, path, language, session_sha256, link_sha256, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
