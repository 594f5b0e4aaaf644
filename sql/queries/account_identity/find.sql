select id, issuer, subject, account, label, made_at from account_identity where issuer = $1 and subject = $2
