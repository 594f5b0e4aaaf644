delete from account_identity where id = $1
