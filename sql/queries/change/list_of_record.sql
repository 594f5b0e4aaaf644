select id, record, record_kind, action, done_by, done_at, before, after
from change
where record = $1
order by id
