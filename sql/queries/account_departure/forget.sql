delete from account_departure where expires_at < $1
