delete from personal_value where id = $1
