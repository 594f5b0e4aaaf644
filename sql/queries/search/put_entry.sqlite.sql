insert into search_entry (id, kind) values ($1, $2)
on conflict (id) do update set kind = excluded.kind
returning number
