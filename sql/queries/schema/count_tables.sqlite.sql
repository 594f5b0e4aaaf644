-- All tables, and how many of them are our own list of migrations.
select count(*), count(case when name = 'kevai_migration' then 1 end)
from sqlite_master
where type = 'table' and name not like 'sqlite\_%' escape '\'
