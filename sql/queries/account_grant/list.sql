select organisation, role from account_grant where account = $1 order by organisation
