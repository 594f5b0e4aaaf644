insert into record_concern (record_id, organisation_id)
select part.id, c.organisation_id from record part join record_concern c on c.record_id = part.follows where part.id = $1
on conflict do nothing
