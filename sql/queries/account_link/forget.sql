delete from account_link where expires_at < $1
