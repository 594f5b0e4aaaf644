-- Which record a row of an imported table made: the same row makes no second one. Runs on SQLite and PostgreSQL alike.
create table imported_row (
  fingerprint text primary key,                 -- SHA-256 of the record's kind and what the row says
  record text not null references record (id)   -- what it made
);
create index imported_row_record on imported_row (record);
