select choice.id, record, field, citation, chosen_by, chosen_at
from choice
join record on record.id = choice.record
where record.kind = $1
order by choice.record, choice.id
