delete from account_link where coalesce(account, '') = $1
