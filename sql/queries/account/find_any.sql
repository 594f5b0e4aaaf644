select 1 from account limit 1
