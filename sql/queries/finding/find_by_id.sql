select id, document, position, fact, rule, state, record, decided_by, decided_at
from finding
where id = $1
