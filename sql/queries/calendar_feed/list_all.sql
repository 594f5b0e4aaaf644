-- The newest first.
select id, secret_sha256, label, partnership, language, made_by, made_at, revoked_at, account from calendar_feed order by id desc
