select id, kind from search_entry where number in (select rowid from search_word where search_word match $1)
