delete from account_departure where state_sha256 = $1
