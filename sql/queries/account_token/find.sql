select id, secret_sha256, account, label, scope, made_at, expires_at, used_at, revoked_at from account_token where secret_sha256 = $1
