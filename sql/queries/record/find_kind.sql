select kind, coalesce(merged_into, '') from record where id = $1
