insert into search_entry (id, kind, title, names, content, words) values ($1, $2, $3, $4, $5, $6::tsvector)
on conflict (id) do update set title = excluded.title, names = excluded.names, content = excluded.content, words = excluded.words
