-- What creates answered, so that one sent twice is made once. Runs on SQLite and PostgreSQL alike.

create table kept_answer (
  key text primary key,   -- as the caller chose it
  asked text not null,    -- SHA-256 of what was asked, hexadecimal
  answer text not null,   -- JSON
  kept_at bigint not null -- milliseconds since 1970
);
create index kept_answer_kept_at on kept_answer (kept_at);
