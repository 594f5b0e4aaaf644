insert into change (id, record, record_kind, action, done_by, done_at, before, after)
values ($1, $2, $3, $4, $5, $6, $7, $8)
