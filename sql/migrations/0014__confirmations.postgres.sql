-- Ids in the order of their bytes, as SQLite has them.
alter table note alter column id type text collate "C";
