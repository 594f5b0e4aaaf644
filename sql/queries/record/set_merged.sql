update record set merged_into = $2 where id = $1
returning id
