select id, record, field, value, document, finding, span_begin, span_end, quote
from citation
where record = $1
order by id
