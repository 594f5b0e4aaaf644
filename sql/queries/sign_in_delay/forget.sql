delete from sign_in_delay where at < $1
