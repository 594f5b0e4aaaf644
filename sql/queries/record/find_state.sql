select kind, version, changed_at, coalesce(removed_at, ''), coalesce(removed_why, '') from record where id = $1
