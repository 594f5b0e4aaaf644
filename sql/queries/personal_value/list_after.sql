select id, record, subject, field, value, salt from personal_value where id > $1 order by id limit $2
