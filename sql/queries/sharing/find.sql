select side, coalesce(entered_by, ''), sharing, coalesce(follows, '') from record where id = $1
