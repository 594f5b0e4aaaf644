-- Every column of every table: its type, and its place in the primary key from 1, 0 outside it.
select t.relname, a.attname, format_type(a.atttypid, null), coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0)
from pg_catalog.pg_class t
join pg_catalog.pg_namespace n on n.oid = t.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
left join pg_catalog.pg_index i on i.indrelid = t.oid and i.indisprimary
where t.relkind = 'r' and n.nspname = current_schema()
order by t.relname collate "C", a.attnum
