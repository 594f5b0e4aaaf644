select id, account, deed, told, by_account, by_name, at from account_deed where account = $1 order by id
