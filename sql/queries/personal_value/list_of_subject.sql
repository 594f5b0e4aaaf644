select id, record, subject, field, value, salt from personal_value where subject = $1 order by record, id
