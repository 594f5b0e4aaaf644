insert into confirmation (record_id, side, version, said_by, account, said_at, opened_at) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (record_id, side) do update set version = excluded.version, said_by = excluded.said_by, account = excluded.account,
  said_at = excluded.said_at, opened_at = excluded.opened_at
