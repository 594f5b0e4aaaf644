insert into account_grant (account, organisation, role) values ($1, $2, $3)
on conflict (account, organisation) do update set role = excluded.role
