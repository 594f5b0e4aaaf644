-- The register. Runs on SQLite and PostgreSQL alike.
--
-- How a record's fields become columns (src/store/row_mapping.hpp makes every statement from it):
--   text          x                                  '' where nothing is stated
--   enum          x                                  the written name of its value (base/enum_names.hpp)
--   partial date  x                                  EDTF: 2017-08-09, 2022-06, 2019, --05-25; null where none
--   id            x                                  another record's id; null for none
--   quantity      x_low, x_high                      its bounds, both included; null where there is no bound
--                 x_stated                           the number as the source writes it
--                 x_qualifier                        exact, over, nearly, about, order or at_most
--   party         x_id, x_stated                     an organisation (null where unknown) and its name as written
--   parties       <kind>_party                       one row each, in their order
-- Timestamps are UTC: 2026-11-21T16:10:05.123Z. The enums' names are not checked here but by the program, which
-- refuses to read any other: a new one would otherwise mean rebuilding every table on SQLite.

create table kevai_migration (
  version integer primary key,  -- the number of the file in sql/migrations
  name text not null,           -- the rest of the file's name: a register with another name here is not ours to change
  applied_at text not null      -- timestamp
);

create table organisation (
  id text primary key,            -- readable: vn.nghe-an, la.lftu, vn.sector.industry-trade
  country text not null,          -- ISO 3166: VN or LA
  level text not null,            -- national, sector, province, district, grassroots or body
  parent text,                    -- the organisation above it in the tree; null at the top
  name_vi text not null,          -- its name in full, in Vietnamese
  name_lo text not null,          -- in Lao
  name_en text not null,          -- in English
  place_vi text not null,         -- the province it is of, in Vietnamese; '' elsewhere
  place_lo text not null,         -- in Lao
  place_en text not null,         -- in English
  valid_to text,                  -- partial date: its last day; null while it exists
  successor text,                 -- the organisation that came after it; null where none did
  border_order integer not null,  -- north to south along the border from 1; 0 where it does not touch it
  -- Deferred: a list of organisations may name ones that follow in it.
  foreign key (parent) references organisation (id) deferrable initially deferred,
  foreign key (successor) references organisation (id) deferrable initially deferred
);

-- Every record of whatever kind, so that citations, findings and the journal can point at it. A row stays when
-- its record is removed: the journal still speaks of it.
create table record (
  id text primary key,  -- UUID version 7
  kind text not null    -- the table that holds its fields
);

create table partnership (
  id text primary key references record (id),  -- UUID version 7
  since text                                   -- partial date: cooperating since
);

create table partnership_party (
  record_id text not null references partnership (id),  -- the partnership whose party it is
  position integer not null,                            -- its place in the list, from 1
  organisation_id text references organisation (id),    -- null where it is none we know
  stated text not null,                                 -- its name as written
  primary key (record_id, position)
);
create index partnership_party_organisation on partnership_party (organisation_id);

create table agreement (
  id text primary key references record (id),    -- UUID version 7
  partnership text references partnership (id),  -- whose agreement it is; null where that is not known
  kind text not null,                            -- agreement, mou, programme, minutes; '' where not stated
  signed_on text,                                -- partial date
  valid_from text,                               -- partial date: first day of its period
  valid_to text,                                 -- partial date: last day of its period
  points_low double precision,                   -- how many numbered points it has
  points_high double precision,
  points_stated text not null,
  points_qualifier text not null
);
create index agreement_partnership on agreement (partnership);

create table agreement_party (
  record_id text not null references agreement (id),  -- the agreement whose party it is
  position integer not null,                          -- its place in the list, from 1
  organisation_id text references organisation (id),  -- null where it is none we know
  stated text not null,                               -- its name as written
  primary key (record_id, position)
);
create index agreement_party_organisation on agreement_party (organisation_id);

create table commitment (
  id text primary key references record (id),    -- UUID version 7
  partnership text references partnership (id),  -- null where not known
  agreement text references agreement (id),      -- the agreement it is a point of; null where not stated
  theme text not null,                           -- training, language, visits … (docs/facts.md)
  content text not null,                         -- what is undertaken, as written
  stated_on text,                                -- partial date of the document that says so
  state text not null                            -- open, under_way, done or blocked
);
create index commitment_partnership on commitment (partnership);
create index commitment_agreement on commitment (agreement);

create table commitment_party (
  record_id text not null references commitment (id),  -- the commitment whose party it is
  position integer not null,                           -- its place in the list, from 1
  organisation_id text references organisation (id),   -- null where it is none we know
  stated text not null,                                -- its name as written
  primary key (record_id, position)
);
create index commitment_party_organisation on commitment_party (organisation_id);

create table activity (
  id text primary key references record (id),    -- UUID version 7
  partnership text references partnership (id),  -- null where not known
  kind text not null,                            -- visit, talks, training, conference, signing …
  date text,                                     -- partial date: its (first) day
  end_date text,                                 -- partial date: its last day, where it lasted longer
  place text not null,                           -- where, as written
  head text not null,                            -- head of the guest delegation, as written
  participants_low double precision,             -- persons; of a visit the guest delegation's size
  participants_high double precision,
  participants_stated text not null,
  participants_qualifier text not null
);
create index activity_partnership on activity (partnership);

create table activity_party (
  record_id text not null references activity (id),   -- the activity whose party it is
  position integer not null,                          -- its place in the list, from 1: of a visit the guest first
  organisation_id text references organisation (id),  -- null where it is none we know
  stated text not null,                               -- its name as written
  primary key (record_id, position)
);
create index activity_party_organisation on activity_party (organisation_id);

create table person (
  id text primary key references record (id),  -- UUID version 7
  name text not null,                          -- as first written
  key text not null                            -- the folded name by which spellings are matched
);
create index person_key on person (key);

create table post (
  id text primary key references record (id),         -- UUID version 7
  person text references person (id),                 -- who holds it
  role text not null,                                 -- the post, as written
  organisation_id text references organisation (id),  -- where; null where it is none we know
  organisation_stated text not null,
  stated_on text                                      -- partial date of the document that says so
);
create index post_person on post (person);

create table observation (
  id text primary key references record (id),    -- UUID version 7
  partnership text references partnership (id),  -- null where it is of an organisation alone
  measure text not null,                         -- trainees, members … (docs/facts.md)
  value_low double precision,                    -- the number stated, in the measure's own unit: persons, classes …
  value_high double precision,
  value_stated text not null,
  value_qualifier text not null,
  part text not null,                            -- the part counted, as written, where a measure is broken down
  valid_from text,                               -- partial date: first day of the period covered
  valid_to text,                                 -- partial date: its last day
  stated_on text                                 -- partial date of the document that says so
);
create index observation_partnership on observation (partnership);

create table observation_party (
  record_id text not null references observation (id),  -- the observation whose party it is
  position integer not null,                            -- its place in the list, from 1
  organisation_id text references organisation (id),    -- null where it is none we know
  stated text not null,                                 -- its name as written
  primary key (record_id, position)
);
create index observation_party_organisation on observation_party (organisation_id);

create table target (
  id text primary key references record (id),         -- UUID version 7
  measure text not null,                              -- unionised_workers … (docs/facts.md)
  value_low double precision,                         -- the number to reach, in `unit`
  value_high double precision,
  value_stated text not null,
  value_qualifier text not null,
  unit text not null,                                 -- '' for percent
  organisation_id text references organisation (id),  -- whose target; null where it is none we know
  organisation_stated text not null,
  by_date text,                                       -- partial date: to be reached by
  stated_on text                                      -- partial date of the document that says so
);

create table occasion (
  id text primary key references record (id),    -- UUID version 7
  partnership text references partnership (id),  -- null for the two countries' own days
  name text not null,                            -- friendship-treaty, diplomatic-relations, else as written
  date text                                      -- partial date: the day that returns
);
create index occasion_partnership on occasion (partnership);

create table support (
  id text primary key references record (id),     -- UUID version 7
  partnership text references partnership (id),   -- null where not known
  giver_id text references organisation (id),     -- null where it is none we know
  giver_stated text not null,
  receiver_id text references organisation (id),  -- null where it is none we know
  receiver_stated text not null,
  item text not null,                             -- as written, or money
  value_low double precision,                     -- how much, in `unit`
  value_high double precision,
  value_stated text not null,
  value_qualifier text not null,
  unit text not null,                             -- ISO 4217 for money; '' for pieces
  purpose text not null,                          -- what for, as written
  date text                                       -- partial date: when it was given
);
create index support_partnership on support (partnership);

create table award (
  id text primary key references record (id),     -- UUID version 7
  partnership text references partnership (id),   -- null where not known
  giver_id text references organisation (id),     -- null where it is none we know
  giver_stated text not null,
  receiver_id text references organisation (id),  -- null where it is none we know
  receiver_stated text not null,
  name text not null,                             -- the award, as written
  count_low double precision,                     -- awards or people awarded, as stated
  count_high double precision,
  count_stated text not null,
  count_qualifier text not null,
  date text                                       -- partial date: when it was given
);
create index award_partnership on award (partnership);

create table document (
  id text primary key,          -- UUID version 7
  sha256 text not null unique,  -- of the file's bytes, hexadecimal: the same file twice is one document
  file_name text not null,      -- as it was given, without its folder
  title text not null,          -- '' where none was found
  language text not null,       -- vi, lo or en
  encoding text not null,       -- of the file; `text` is UTF-8
  dateline text,                -- partial date it was written or published
  sample integer not null,      -- 1: one of the program's own made-up articles; else 0
  text text not null,           -- the whole of it; never changed
  added_at text not null        -- timestamp
);

create table finding (
  id text primary key,                              -- UUID version 7
  document text not null references document (id),  -- the document that states it
  position integer not null,                        -- its place among the document's findings, from 1
  fact text not null,                               -- JSON, in the form of docs/facts.md
  rule text not null,                               -- the rule of extraction that found it
  state text not null,                              -- waiting, accepted or rejected
  record text references record (id),               -- the record it made or extended, once accepted
  decided_by text not null,                         -- who accepted or rejected it; '' while it waits
  decided_at text not null,                         -- timestamp; '' while it waits
  unique (document, position)
);
create index finding_state on finding (state);
create index finding_record on finding (record);

create table citation (
  id text primary key,                              -- UUID version 7
  record text not null references record (id),      -- the record that rests on the passage
  field text not null,                              -- which of its fields, by its described name
  value text not null,                              -- what the passage states for that field
  document text not null references document (id),  -- where the passage stands
  finding text references finding (id),             -- the finding it came with
  span_begin bigint not null,                       -- first byte of the passage in the document's text
  span_end bigint not null,                         -- the byte after its last
  quote text not null                               -- the passage, verbatim
);
create index citation_record on citation (record, id);
create index citation_finding on citation (finding);
create index citation_document on citation (document);

-- The journal: rows are only ever added.
create table change (
  id text primary key,                          -- UUID version 7: sorts by time
  record text not null references record (id),  -- what was changed
  record_kind text not null,                    -- its kind
  action text not null,                         -- create, extend or remove
  done_by text not null,                        -- who
  done_at text not null,                        -- timestamp
  before text not null,                         -- the record as JSON before; '' where it was not there
  after text not null                           -- the record as JSON after; '' where it is no more
);
create index change_record on change (record, id);
