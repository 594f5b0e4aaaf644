insert into choice (id, record, field, citation, chosen_by, chosen_at)
values ($1, $2, $3, $4, $5, $6)
