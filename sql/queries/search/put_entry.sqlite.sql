insert into search_entry (id, kind, words) values ($1, $2, $3)
on conflict (id) do update set kind = excluded.kind, words = excluded.words
returning number
