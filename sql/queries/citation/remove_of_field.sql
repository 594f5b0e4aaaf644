delete from citation where record = $1 and field = $2
