insert into personal_value (id, record, subject, field, value, salt) values ($1, $2, $3, $4, $5, $6)
