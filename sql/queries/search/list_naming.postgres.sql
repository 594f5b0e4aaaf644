select id, kind from search_entry where words @@ $1::tsquery
