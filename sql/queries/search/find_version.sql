select version from search_index order by version desc limit 1
