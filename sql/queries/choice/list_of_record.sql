-- Of the record and those merged into it.
with recursive standing (id) as (
  select record.id from record where record.id = $1
  union
  select record.id from record join standing on record.merged_into = standing.id
)
select choice.id, record, field, citation, chosen_by, chosen_at
from choice
join standing on standing.id = record
order by choice.id
