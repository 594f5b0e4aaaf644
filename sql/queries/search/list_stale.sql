-- Entries of what stands no more.
select id from search_entry
where id in (select id from record where merged_into is not null or removed_at is not null)
   or (kind <> 'document' and id not in (select id from record))
