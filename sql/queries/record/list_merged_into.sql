-- The records that were merged into this one, by way of others too.
with recursive merged (id) as (
  select id from record where merged_into = $1
  union
  select record.id from record join merged on record.merged_into = merged.id
)
select id from merged
