delete from account_grant where account = $1 and organisation = $2 returning role
