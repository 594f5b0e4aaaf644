insert into imported_row (fingerprint, record) values ($1, $2)
