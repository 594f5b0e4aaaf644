insert into account_deed (id, account, deed, told, by_account, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)
