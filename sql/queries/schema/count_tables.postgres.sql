-- All tables, and how many of them are our own list of migrations.
select count(*), count(case when relname = 'kevai_migration' then 1 end)
from pg_catalog.pg_class
join pg_catalog.pg_namespace on pg_namespace.oid = relnamespace
where relkind in ('r', 'p') and nspname = current_schema()
