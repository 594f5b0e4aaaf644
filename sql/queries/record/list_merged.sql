-- Links from record to record, of all kinds.
select id, merged_into from record where merged_into is not null
