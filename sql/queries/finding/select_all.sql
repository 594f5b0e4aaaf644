-- What narrows and orders it follows (src/store/finding_rows.cpp).
select id, document, position, fact, rule, state, record, decided_by, decided_at
from finding
