select organisation_id from record_concern where record_id = $1 order by organisation_id
