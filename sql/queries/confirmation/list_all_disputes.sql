select id, record_id, side, field, version, stated, figure, reason, said_by, coalesce(account, ''), said_at, outcome, settled_by, settled_at
from dispute order by id
