select side, version, said_by, coalesce(account, ''), said_at, opened_at from confirmation where record_id = $1 order by side
