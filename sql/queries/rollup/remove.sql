delete from rollup where organisation = $1 and measure = $2 and valid_from = $3 and valid_to = $4
