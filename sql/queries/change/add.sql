insert into change (id, record, record_kind, action, done_by, done_at, before, after, account, session, address, side, draft,
                    sequence, previous, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
