delete from search_index
