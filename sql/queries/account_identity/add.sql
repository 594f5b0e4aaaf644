insert into account_identity (id, issuer, subject, account, label, made_at) values ($1, $2, $3, $4, $5, $6)
