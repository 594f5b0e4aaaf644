update record set side = $2, entered_by = $3, sharing = $4 where id = $1
