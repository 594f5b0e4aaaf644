insert into account (id, login, name, organisation, language, disabled, password, factor_secret, factor_on, factor_step, made_by, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
