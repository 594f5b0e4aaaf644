-- The journal as a chain, and the personal values that stand apart from it. Runs on SQLite and PostgreSQL alike.

alter table change add column sequence bigint;                    -- its place in the journal, from 1 without gaps
alter table change add column previous text not null default '';  -- the hash of the entry before; '' of the first
alter table change add column hash text not null default '';      -- SHA-256 over all of the entry, `previous` among it, hexadecimal
create unique index change_sequence on change (sequence);
create index change_account on change (account, sequence) where account is not null;

-- Where the chain ends. Whoever writes an entry holds this row.
create table journal_head (
  one integer primary key,   -- 1: there is one row
  entries bigint not null,   -- how many entries there are
  hash text not null         -- of the last of them
);
insert into journal_head (one, entries, hash) values (1, 0, '');

-- What journal entries say of a person stands here and can be taken away; the entries hold the ids.
create table personal_value (
  id text primary key,                          -- SHA-256 over the salt and what follows, hexadecimal: an altered value shows
  record text not null references record (id),  -- whose field it was
  subject text not null,                        -- the person it speaks of, where the record named one then; else the record
  field text not null,                          -- the field's name
  value text not null,                          -- what it held
  salt text not null                            -- random: once it is gone nobody can try names against an id
);
create index personal_value_record on personal_value (record);
create index personal_value_subject on personal_value (subject);

-- Whose personal values an entry `read` of the journal tells of.
create table reading (
  record text not null references record (id),  -- what was read
  change text not null references change (id),  -- the entry
  primary key (record, change)
);
