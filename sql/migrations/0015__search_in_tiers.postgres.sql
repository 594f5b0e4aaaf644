-- Every word says where it stands (src/store/search_match.hpp), so that search goes from tier to tier without looking at what
-- does not fit. The index is made anew when the register is next opened.
delete from search_entry;
delete from search_index;
create unique index search_entry_number on search_entry (number);  -- the newest first
comment on column search_entry.words is 'words of the title as ^word, of names as @word, others as word; #kind, =id of what it names, ~sound';
