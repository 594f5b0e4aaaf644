select id, record, record_kind, action, done_by, done_at, before, after, account, session, address, side, draft
from change
where record = $1
order by id
