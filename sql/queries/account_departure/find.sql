select state_sha256, nonce, verifier, path, expires_at from account_departure where state_sha256 = $1
