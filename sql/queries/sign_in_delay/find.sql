select name, failures, until, at from sign_in_delay where name = $1
