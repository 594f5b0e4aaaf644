select citation.id, citation.record, field, value, document, finding, span_begin, span_end, quote
from citation
join record on record.id = citation.record
where record.kind = $1
order by citation.record, citation.id
