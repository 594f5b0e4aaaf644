select account from account_identity where issuer = $1 and subject = $2
