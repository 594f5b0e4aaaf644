insert into record_concern (record_id, organisation_id)
select $1, organisation_id from record_concern where record_id = $2
on conflict do nothing
