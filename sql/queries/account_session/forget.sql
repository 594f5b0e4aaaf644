delete from account_session where seen_at < $1 or made_at < $2
