update record set removed_at = $2, removed_why = $3 where id = $1
returning id
