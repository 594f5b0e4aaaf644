-- What search knows of records and documents, worked out from them: folded words (src/text/search_words.hpp).

create table search_entry (
  number integer primary key,  -- of its row in search_word; a later one was added later
  id text not null unique,     -- the record or document
  kind text not null           -- the record's kind, or document
);

-- Columns: kind · refers (ids whose words are among these) · title · names (of organisations, places and persons) ·
-- content · sounds (what names sound like). The words are folded and parted already.
create virtual table search_word using fts5 (kind, refers, title, names, content, sounds, tokenize = 'ascii');

-- By which version of the folding all of the register was indexed; no row: it never was.
create table search_index (
  version integer primary key,  -- text::search_words_version
  made_at text not null         -- timestamp
);
