-- Who may use the register, and how they show who they are. Secrets that are drawn (of sessions, tokens, links) are kept as
-- their SHA-256, passwords as Argon2id. Times are milliseconds since 1970. Runs on SQLite and PostgreSQL alike.

create table account (
  id text primary key,                                        -- UUID version 7
  login text not null unique,                                 -- name or e-mail to sign in by, in lower case
  name text not null,                                         -- as the journal writes it
  organisation text not null references organisation (id),    -- whose account it is
  language text not null,                                     -- vi, lo or en
  disabled integer not null default 0,                        -- 1: lets nobody in
  password text not null default '',                          -- Argon2id, as libsodium writes it; empty: none is set
  factor_secret text not null default '',                     -- of the second factor (RFC 6238), base32; empty: none was begun
  factor_on integer not null default 0,                       -- 1: it is asked for
  factor_step bigint not null default 0,                      -- of the last code taken: none is taken twice
  made_by text not null,                                      -- who
  made_at bigint not null                                     -- when
);

create table account_grant (
  account text not null references account (id),              -- whose
  organisation text not null references organisation (id),    -- over it and all below
  role text not null,                                         -- viewer, officer, approver or administrator
  primary key (account, organisation)
);

create table account_session (
  id text primary key,                                        -- UUID version 7
  secret_sha256 text not null unique,                         -- of what the cookie holds, hexadecimal
  account text not null references account (id),              -- whose
  made_at bigint not null,                                    -- when it was signed in
  seen_at bigint not null,                                    -- last used, to the minute
  address text not null,                                      -- loopback, private or public
  agent text not null                                         -- the browser, as it calls itself
);
create index account_session_account on account_session (account);

create table account_token (
  id text primary key,                                        -- UUID version 7
  secret_sha256 text not null unique,                         -- of the token, hexadecimal
  account text not null references account (id),              -- whose
  label text not null,                                        -- what it is for, as its maker wrote
  scope text not null,                                        -- read or write
  made_at bigint not null,                                    -- when
  expires_at bigint not null,                                 -- from when on it is refused
  used_at bigint not null,                                    -- last used, to the minute; 0: never
  revoked_at bigint not null                                  -- when; 0: it stands
);
create index account_token_account on account_token (account);

create table account_link (
  secret_sha256 text primary key,                             -- of what the link holds, hexadecimal
  purpose text not null,                                      -- first (makes the administrator), invite or reset
  account text references account (id),                       -- whose password it sets; null of first
  made_by text not null,                                      -- who
  expires_at bigint not null                                  -- from when on it is refused
);

create table account_recovery_code (
  account text not null references account (id),              -- whose
  code_sha256 text not null,                                  -- stands in for the second factor, once
  primary key (account, code_sha256)
);

-- Signing in is slowed where it failed too often, by account and by address.
create table sign_in_delay (
  name text primary key,                                      -- SHA-256 of what is slowed, hexadecimal
  failures bigint not null,                                   -- in a row
  until bigint not null,                                      -- no sooner may it be tried again
  at bigint not null                                          -- the last try
);
create index sign_in_delay_at on sign_in_delay (at);

-- Who an account is at a provider of OpenID Connect.
create table account_identity (
  issuer text not null,                                       -- of the provider
  subject text not null,                                      -- its id of the person
  account text not null references account (id),              -- whose
  primary key (issuer, subject)
);

-- Somebody was sent to the provider, and comes back with this.
create table account_departure (
  state_sha256 text primary key,                              -- of the state, hexadecimal
  nonce text not null,                                        -- which the provider's word must repeat
  verifier text not null,                                     -- of PKCE (RFC 7636)
  path text not null,                                         -- where they wanted to go
  expires_at bigint not null                                  -- from when on it is refused
);

-- What was done to accounts, by whom.
create table account_deed (
  id text primary key,                                        -- UUID version 7, sorts by time
  account text not null references account (id),              -- to whom
  deed text not null,                                         -- what: invite, grant, disable …
  told text not null,                                         -- the grants afterwards, where it is about them
  by_account text,                                            -- whose doing; null at the command line
  by_name text not null,                                      -- who
  at bigint not null                                          -- when
);
create index account_deed_account on account_deed (account);

-- Another number each time the tree of organisations may have changed: what was worked out from it is worked out anew.
create table tree_version (
  one integer primary key,                                    -- 1: there is one row
  version bigint not null                                     -- of the tree
);
insert into tree_version (one, version) values (1, 0);
