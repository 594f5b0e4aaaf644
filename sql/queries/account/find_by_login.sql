select id, login, name, organisation, language, disabled, password, factor_secret, factor_on, factor_step, made_by, made_at from account where login = $1
