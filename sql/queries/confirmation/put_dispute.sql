insert into dispute (id, record_id, side, field, version, stated, figure, reason, said_by, account, said_at, outcome, settled_by, settled_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
on conflict (id) do update set outcome = excluded.outcome, settled_by = excluded.settled_by, settled_at = excluded.settled_at
