-- Internal notes, and what the two sides said of the records they share. Runs on SQLite and PostgreSQL alike.

create table note (
  id text primary key references record (id),  -- UUID version 7
  record text references record (id),          -- what it is about
  content text not null                        -- what is noted
);
create index note_record on note (record);

-- Which version of a record a side last said is right; earlier ones are in the journal.
create table confirmation (
  record_id text not null references record (id),  -- the record
  side text not null,             -- VN or LA
  version bigint not null,        -- of the record
  said_by text not null,          -- who, as the journal writes it
  account text,                   -- whose; null at the command line
  said_at text not null,          -- timestamp
  opened_at text not null default '',  -- timestamp: when that side agreed to make this version public
  primary key (record_id, side)
);

-- A field a side holds to be otherwise: both figures stay, however it ends.
create table dispute (
  id text primary key,            -- UUID version 7
  record_id text not null references record (id),  -- the record
  side text not null,             -- whose figure it is: VN or LA
  field text not null,            -- which of its fields, by its described name
  version bigint not null,        -- of the record when it was disputed
  stated text not null,           -- the field as the record had it, as JSON; '' where it was empty
  figure text not null,           -- the field as that side has it, as JSON; '' where it should be empty
  reason text not null,           -- why, as that side wrote
  said_by text not null,          -- who, as the journal writes it
  account text,                   -- whose; null at the command line
  said_at text not null,          -- timestamp
  outcome text not null default 'open',  -- open, taken (the record has its figure now) or dropped
  settled_by text not null default '',   -- who ended it; '' while open
  settled_at text not null default ''    -- timestamp; '' while open
);
create index dispute_record on dispute (record_id);
create index dispute_open on dispute (record_id) where outcome = 'open';
create index record_open on record (id) where sharing = 'open';
