insert into sign_in_delay (name, failures, until, at) values ($1, $2, $3, $4)
on conflict (name) do update set failures = excluded.failures, until = excluded.until, at = excluded.at
