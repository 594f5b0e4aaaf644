update dispute set stated = $2, figure = $3 where id = $1
