select id, record, record_kind, action, done_by, done_at, before, after, account, session, address, side, draft,
       coalesce(sequence, 0), previous, hash
from change
where sequence is null
order by id
limit $1
