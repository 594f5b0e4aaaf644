-- Counts one more time that the record is written; a new id gets its row.
insert into record (id, kind, version, changed_at) values ($1, $2, 1, $3)
on conflict (id) do update set version = record.version + 1, changed_at = excluded.changed_at
returning version, kind
