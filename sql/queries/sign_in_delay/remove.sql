delete from sign_in_delay where name = $1
