-- The bytes of attachments, kept once whatever records they are kept with.
create table content (
  sha256 text primary key,  -- of the bytes, hexadecimal
  bytes blob not null
);
