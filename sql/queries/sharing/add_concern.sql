insert into record_concern (record_id, organisation_id) values ($1, $2) on conflict do nothing
