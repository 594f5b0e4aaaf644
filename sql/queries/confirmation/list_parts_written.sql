select id from record
where follows = $1 and kind <> 'note' and (changed_at >= $2 or removed_at >= $2)
order by id
