insert into account_identity (issuer, subject, account) values ($1, $2, $3)
