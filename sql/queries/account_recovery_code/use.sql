delete from account_recovery_code where account = $1 and code_sha256 = $2 returning account
