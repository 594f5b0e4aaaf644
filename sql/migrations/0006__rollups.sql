-- Numbers rolled up over the tree of organisations, kept up to date as they arrive. Runs on SQLite and PostgreSQL alike.

create index organisation_parent on organisation (parent);
create index organisation_successor on organisation (successor);

create table rollup (
  organisation text not null references organisation (id),  -- the unit whose number it is
  measure text not null,                                    -- members, grassroots_unions … (docs/facts.md)
  valid_from text not null,                                 -- first day of the period; '' where open
  valid_to text not null,                                   -- its last day; '' where open
  said_by text references observation (id),                 -- the unit's own number that counts; null where it stated none
  said_on text not null,                                    -- partial date: when that was stated
  said_low double precision,                                -- that number
  said_high double precision,
  said_stated text not null,
  said_qualifier text not null,
  low double precision not null,                            -- the lower bounds of those directly below, added up
  high double precision not null,                           -- the upper ones
  open_low integer not null,                                -- how many of these leave their number open downwards
  open_high integer not null,                               -- upwards
  reported integer not null,                                -- how many of those directly below have a number
  statements integer not null,                              -- how many stated numbers make up the sum
  primary key (organisation, measure, valid_from, valid_to)
);

-- A register with observations from before has its rollups yet to be made: then this has a row.
create table rollup_due (
  since text not null  -- the migration that asked for it
);
insert into rollup_due (since) select '0006' where exists (select 1 from observation);
