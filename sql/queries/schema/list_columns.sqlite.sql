-- Every column of every table: its type, and its place in the primary key from 1, 0 outside it.
select m.name, c.name, lower(c.type), c.pk
from sqlite_master m join pragma_table_info(m.name) c
where m.type = 'table' and m.name not like 'sqlite\_%' escape '\'
order by m.name, c.cid
