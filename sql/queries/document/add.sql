insert into document (id, sha256, file_name, title, language, encoding, dateline, sample, text, added_at, side, sharing)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
