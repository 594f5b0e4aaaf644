-- Who read it stands in the journal, not among what was done to it.
select id, record, record_kind, action, done_by, done_at, before, after, account, session, address, side, draft,
       coalesce(sequence, 0), previous, hash
from change
where record = $1 and action <> 'read'
order by id
