select kind from record where id = $1
