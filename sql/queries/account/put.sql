update account set login = $2, name = $3, organisation = $4, language = $5, disabled = $6, password = $7, factor_secret = $8, factor_on = $9,
  factor_step = $10, made_by = $11, made_at = $12
where id = $1
