-- Every word says where it stands (src/store/search_match.hpp), so that search goes from tier to tier without looking at what
-- does not fit. The index is made anew when the register is next opened.
drop table search_word;
delete from search_entry;
delete from search_index;
alter table search_entry add column words text not null default '';  -- what search_word indexes

-- The words of search_entry. Their order and number are told by marks and rows; nothing is ranked by how often they stand.
create virtual table search_word using fts5 (
  words, content = 'search_entry', content_rowid = 'number', columnsize = 0, prefix = '2',
  tokenize = "ascii tokenchars '^@~=#.-_:'"
);
-- Most transactions add a few entries: their parts of the index are put together less often.
insert into search_word (search_word, rank) values ('automerge', 8);
