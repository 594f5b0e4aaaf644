delete from search_entry where id = $1
