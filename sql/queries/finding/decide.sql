update finding set state = $2, record = $3, decided_by = $4, decided_at = $5
where id = $1
returning id
