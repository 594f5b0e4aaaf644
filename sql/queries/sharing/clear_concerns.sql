delete from record_concern where record_id = $1
