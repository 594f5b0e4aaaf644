-- Who an account is at a provider of OpenID Connect, and whom it sent there and why. Nothing was ever kept in the tables these
-- replace: no program wrote them.

drop table account_identity;
create table account_identity (
  id text primary key,                                        -- UUID version 7
  issuer text not null,                                       -- of the provider
  subject text not null,                                      -- its id of the person, who may change their address
  account text not null references account (id),              -- whose
  label text not null,                                        -- the person as they know themselves there: an e-mail address
  made_at bigint not null,                                    -- when it was linked
  unique (issuer, subject)
);
create index account_identity_account on account_identity (account);

drop table account_departure;
create table account_departure (
  state_sha256 text primary key,                              -- of the state, hexadecimal
  purpose text not null,                                      -- sign_in, link or invite
  nonce text not null,                                        -- which the provider's word must repeat
  verifier text not null,                                     -- of PKCE (RFC 7636)
  path text not null,                                         -- where they wanted to go
  language text not null,                                     -- vi, lo or en: in which they left
  session_sha256 text not null,                               -- of the session they left in; empty: none
  link_sha256 text not null,                                  -- of the invitation they take; empty: none
  expires_at bigint not null                                  -- from when on it is refused
);
