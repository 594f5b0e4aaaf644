-- The records of a kind whose ids begin or end so; two are enough to see that it is not one.
select id from record where kind = $1 and (id like '%' || $2 or id like $2 || '%') and merged_into is null order by id limit 2
