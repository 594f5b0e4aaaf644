-- Of the record and those merged into it.
with recursive standing (id) as (
  select record.id from record where record.id = $1
  union
  select record.id from record join standing on record.merged_into = standing.id
)
select citation.id, record, field, value, document, finding, span_begin, span_end, quote
from citation
join standing on standing.id = record
order by citation.id
