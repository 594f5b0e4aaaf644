-- The lists of references of all records of a kind.
select record_id, field, target from record_reference
join record on record.id = record_id
where record.kind = $1
order by record_id, field, position
