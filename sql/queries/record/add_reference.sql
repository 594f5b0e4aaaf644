insert into record_reference (record_id, field, position, target) values ($1, $2, $3, $4)
