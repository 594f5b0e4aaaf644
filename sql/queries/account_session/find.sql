select id, secret_sha256, account, made_at, seen_at, address, agent from account_session where secret_sha256 = $1
