select id, secret_sha256, account, made_at, seen_at, address, agent from account_session where account = $1 order by id desc
