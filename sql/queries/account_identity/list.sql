select id, issuer, subject, account, label, made_at from account_identity where account = $1 order by id
