update change set before = $2, after = $3, sequence = $4, previous = $5, hash = $6 where id = $1
