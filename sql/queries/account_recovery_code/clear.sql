delete from account_recovery_code where account = $1
