insert into search_index (version, made_at) values ($1, $2)
