delete from record_reference where record_id = $1
