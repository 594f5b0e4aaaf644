-- Calendars that a telephone or Outlook reads by a secret address. Runs on SQLite and PostgreSQL alike.

create table calendar_feed (
  id text primary key,                           -- UUID version 7
  secret_sha256 text not null unique,            -- of the secret in the address, hexadecimal: the secret itself is kept nowhere
  label text not null,                           -- whose it is, as its maker wrote
  partnership text references partnership (id),  -- whose events it shows; null for all
  language text not null,                        -- vi, lo or en
  made_by text not null,                         -- who
  made_at text not null,                         -- timestamp
  revoked_at text                                -- timestamp; null while it may be read
);
