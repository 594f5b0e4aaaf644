-- When somebody last came by with it, by a browser or a program.
select coalesce(max(at), 0) from (
  select seen_at as at from account_session where account = $1
  union all select used_at from account_token where account = $1
  union all select at from account_deed where account = $1 and deed = 'sign_in'
) seen
