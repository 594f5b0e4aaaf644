-- What people decide where articles tell of one thing differently. Runs on SQLite and PostgreSQL alike.

-- The record that stands for this one, since both were found to be one thing; null while it stands for itself. Its
-- fields, citations and findings stay as they were: reading follows the link, so taking it away undoes the merging.
alter table record add column merged_into text references record (id);
create index record_merged on record (merged_into) where merged_into is not null;

-- Whether two records are one thing: rows are only ever added, and of those on a pair the last one counts.
create table verdict (
  id text primary key,                       -- UUID version 7: sorts by time
  one text not null references record (id),  -- the lesser id of the pair
  other text not null references record (id),  -- the greater
  judgement text not null,                   -- same, different, or open: to be asked again
  decided_by text not null,                  -- who
  decided_at text not null                   -- timestamp
);
create index verdict_pair on verdict (one, other, id);

-- Which statement of a field stands where articles disagree: of those on a field the last one counts.
create table choice (
  id text primary key,                          -- UUID version 7: sorts by time
  record text not null references record (id),  -- the record that takes the value
  field text not null,                          -- which of its fields, by its described name
  citation text references citation (id),       -- the statement that stands; null: none is chosen any more
  chosen_by text not null,                      -- who
  chosen_at text not null                       -- timestamp
);
create index choice_record on choice (record, id);
