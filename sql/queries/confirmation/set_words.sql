update dispute set stated = $2, figure = $3, reason = $4 where id = $1
