select record from imported_row where fingerprint = $1
