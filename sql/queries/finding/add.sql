insert into finding (id, document, position, fact, rule, state, record, decided_by, decided_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
