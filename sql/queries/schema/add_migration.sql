insert into kevai_migration (version, name, applied_at) values ($1, $2, $3)
