insert into account_recovery_code (account, code_sha256) values ($1, $2)
