insert into reading (record, change) values ($1, $2) on conflict do nothing
