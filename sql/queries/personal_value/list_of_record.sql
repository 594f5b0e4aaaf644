select id, record, subject, field, value, salt from personal_value where record = $1 order by id
