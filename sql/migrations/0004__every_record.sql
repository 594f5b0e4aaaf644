-- Every record of the domain, with versions and marks of deletion. Runs on SQLite and PostgreSQL alike.

-- Organisations are records like any other.
insert into record (id, kind) select id, 'organisation' from organisation;

alter table record add column version bigint not null default 1;    -- counts the times it was written
alter table record add column changed_at text not null default '';  -- timestamp of the last of them
alter table record add column removed_at text;                      -- timestamp; null while it stands
alter table record add column removed_why text;                     -- the reason given
-- Those that lists leave out: few, and asked for with every list.
create index record_away on record (id) where merged_into is not null or removed_at is not null;

-- Fields that list other records: one row each, in their order.
create table record_reference (
  record_id text not null references record (id),  -- whose field it is
  field text not null,                             -- fulfils, instructors
  position integer not null,                       -- its place in the list, from 1
  target text not null,                            -- the record named
  primary key (record_id, field, position),
  -- Deferred, as all references within a kind: records may come in any order.
  foreign key (target) references record (id) deferrable initially deferred
);
create index record_reference_target on record_reference (target, field);

alter table organisation add column valid_from text;                         -- partial date: its first day; null where not known
alter table organisation add column other_names text not null default '';    -- former names, short forms

alter table agreement add column title text not null default '';
alter table agreement add column signed_at text not null default '';         -- where it was signed
alter table agreement add column signatories text not null default '';       -- as written
alter table agreement add column renews text references agreement (id) deferrable initially deferred;  -- the agreement it takes the place of
create index agreement_renews on agreement (renews);
create index agreement_valid_to on agreement (valid_to);

alter table commitment add column number integer not null default 0;         -- of the point in its agreement; 0 where it has none
alter table commitment add column responsible_id text references organisation (id);  -- the side that is to do it
alter table commitment add column responsible_stated text not null default '';
alter table commitment add column target_low double precision;               -- how much is to be reached, in `unit`
alter table commitment add column target_high double precision;
alter table commitment add column target_stated text not null default '';
alter table commitment add column target_qualifier text not null default 'exact';
alter table commitment add column unit text not null default '';
alter table commitment add column due_on text;                               -- partial date
alter table commitment add column blocked_by text not null default '';       -- why it is blocked
alter table commitment add column carried_from text references commitment (id) deferrable initially deferred;  -- what it goes on from
create index commitment_due_on on commitment (due_on);
create index commitment_carried_from on commitment (carried_from);

alter table activity add column women_low double precision;                  -- of the participants
alter table activity add column women_high double precision;
alter table activity add column women_stated text not null default '';
alter table activity add column women_qualifier text not null default 'exact';
alter table activity add column state text not null default 'held';          -- held, planned, reported or cancelled
alter table activity add column content text not null default '';            -- what it is about, what came of it

alter table person add column other_names text not null default '';          -- other spellings, in any script

alter table post add column valid_from text;                                 -- partial date: held from
alter table post add column valid_to text;                                   -- partial date: held until
create index post_organisation on post (organisation_id);

alter table observation add column explained text not null default '';       -- why said and counted differ
create index observation_measure on observation (measure, valid_from);

alter table support add column worth_low double precision;                   -- what goods are worth, in `currency`
alter table support add column worth_high double precision;
alter table support add column worth_stated text not null default '';
alter table support add column worth_qualifier text not null default 'exact';
alter table support add column currency text not null default '';            -- ISO 4217
alter table support add column valued_on text;                               -- partial date

alter table award add column person text references person (id);             -- who received it, where known

create table division (
  id text primary key references record (id),     -- UUID version 7
  organisation text references organisation (id), -- the one that was divided
  successor text references organisation (id),    -- who took over this part
  share_low double precision,                     -- percent of what it had
  share_high double precision,
  share_stated text not null,
  share_qualifier text not null,
  rule text not null                              -- what the share was measured by
);
create index division_organisation on division (organisation);
create index division_successor on division (successor);

create table course (
  id text primary key references record (id),     -- UUID version 7
  partnership text references partnership (id),   -- null where not known
  programme text not null,                        -- the training programme
  cohort integer not null,                        -- its number in the programme; 0 where it has none
  stage text not null,                            -- basic, advanced; '' where not stated
  date text,                                      -- partial date: its (first) day
  end_date text,                                  -- partial date: its last day
  place text not null,                            -- where, as written
  organiser_id text references organisation (id), -- who held it
  organiser_stated text not null,
  trainees_low double precision,                  -- persons, as stated
  trainees_high double precision,
  trainees_stated text not null,
  trainees_qualifier text not null,
  women_low double precision,                     -- of the trainees
  women_high double precision,
  women_stated text not null,
  women_qualifier text not null,
  certificates_low double precision,              -- handed out
  certificates_high double precision,
  certificates_stated text not null,
  certificates_qualifier text not null,
  onward_from text references course (id) deferrable initially deferred,  -- the course whose instructors taught this one
  activity text references activity (id)          -- the training it was held as
);
create index course_partnership on course (partnership);
create index course_onward_from on course (onward_from);

create table course_party (
  record_id text not null references course (id),     -- the course whose party it is
  position integer not null,                          -- its place in the list, from 1
  organisation_id text references organisation (id),  -- null where it is none we know
  stated text not null,                               -- its name as written
  primary key (record_id, position)
);
create index course_party_organisation on course_party (organisation_id);

create table trainee (
  id text primary key references record (id),        -- UUID version 7
  course text references course (id),                -- what they were trained in
  person text references person (id),                -- who it is, where known
  name text not null,                                -- as written
  sex text not null,                                 -- female, male; '' where not stated
  organisation_id text references organisation (id), -- whose official
  organisation_stated text not null,
  certificate text not null,                         -- its number; '' where none was given
  certified_on text                                  -- partial date
);
create index trainee_course on trainee (course);
create index trainee_person on trainee (person);
create index trainee_certificate on trainee (certificate) where certificate <> '';

create table delegate (
  id text primary key references record (id),        -- UUID version 7
  activity text references activity (id),            -- what they took part in
  person text references person (id),                -- who it is, where known
  name text not null,                                -- as written
  role text not null,                                -- the post held then, as written
  organisation_id text references organisation (id), -- whose delegate
  organisation_stated text not null,
  sex text not null                                  -- female, male; '' where not stated
);
create index delegate_activity on delegate (activity);
create index delegate_person on delegate (person);

create table agenda_item (
  id text primary key references record (id),  -- UUID version 7
  activity text references activity (id),      -- whose programme it is a line of
  date text,                                   -- partial date: the day
  time text not null,                          -- HH:MM; '' where none is set
  content text not null,                       -- what is done then
  place text not null                          -- where
);
create index agenda_item_activity on agenda_item (activity);

create table proposal (
  id text primary key references record (id),      -- UUID version 7
  partnership text references partnership (id),    -- null where not known
  proposer_id text references organisation (id),   -- who asks
  proposer_stated text not null,
  addressee_id text references organisation (id),  -- of whom
  addressee_stated text not null,
  theme text not null,                             -- training, language, visits … (docs/facts.md)
  content text not null,                           -- what is asked for
  stated_on text,                                  -- partial date
  state text not null,                             -- draft, submitted, sent_back, accepted or declined
  desk text references organisation (id),          -- where it lies for a decision
  due_on text,                                     -- partial date: to be decided by
  answer text not null,                            -- why it was sent back or declined
  commitment text references commitment (id)       -- what it became
);
create index proposal_partnership on proposal (partnership);
create index proposal_desk on proposal (desk);

create table attachment (
  id text primary key references record (id),  -- UUID version 7
  record text references record (id),          -- what it is kept with
  title text not null,                         -- what people call it
  file_name text not null,                     -- as it was given, without its folder
  media_type text not null,                    -- as its bytes show
  size integer not null,                       -- bytes
  sha256 text not null                         -- of its bytes, hexadecimal
);
create index attachment_record on attachment (record);
create index attachment_sha256 on attachment (sha256);

-- Pages in the order of their dates; those without one come first. With the column itself at the end counting needs no
-- row of the table.
create index agreement_by_date on agreement (coalesce(signed_on, ''), id);
create index commitment_by_date on commitment (coalesce(due_on, ''), id);
create index activity_by_date on activity (coalesce(date, ''), id, date);
create index activity_by_kind on activity (kind, coalesce(date, ''), id, date);
create index observation_by_date on observation (coalesce(stated_on, ''), id);
create index support_by_date on support (coalesce(date, ''), id);
create index award_by_date on award (coalesce(date, ''), id);
create index course_by_date on course (coalesce(date, ''), id);
create index proposal_by_date on proposal (coalesce(due_on, ''), id);
