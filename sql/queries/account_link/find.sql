select secret_sha256, purpose, account, made_by, expires_at from account_link where secret_sha256 = $1
