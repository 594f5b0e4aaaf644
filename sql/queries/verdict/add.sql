insert into verdict (id, one, other, judgement, decided_by, decided_at)
values ($1, $2, $3, $4, $5, $6)
