select id, record, record_kind, action, done_by, done_at, before, after, account, session, address, side, draft,
       coalesce(sequence, 0), previous, hash
from change
where sequence > $1
order by sequence
limit $2
