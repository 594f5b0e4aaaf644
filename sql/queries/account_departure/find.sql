select state_sha256, purpose, nonce, verifier, path, language, session_sha256, link_sha256, expires_at
from account_departure where state_sha256 = $1
