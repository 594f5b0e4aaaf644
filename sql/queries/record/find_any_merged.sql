select id from record where merged_into is not null limit 1
