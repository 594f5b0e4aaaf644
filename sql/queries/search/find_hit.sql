select id, kind from search_entry where number = $1
