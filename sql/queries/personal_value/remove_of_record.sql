delete from personal_value where record = $1
