select record_id, field, target from record_reference where record_id = $1 order by field, position
