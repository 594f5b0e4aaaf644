select id, record, subject, field, value, salt from personal_value where field = $1 order by record, id
