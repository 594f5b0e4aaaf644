delete from choice where record = $1 and field = $2
