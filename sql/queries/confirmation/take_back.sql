delete from confirmation where record_id = $1 and side = $2
