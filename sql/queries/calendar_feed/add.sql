insert into calendar_feed (id, secret_sha256, label, partnership, language, made_by, made_at, account)
values ($1, $2, $3, $4, $5, $6, $7, $8)
