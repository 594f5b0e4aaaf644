-- One segment of all: those before it still hold the words of entries that are gone.
insert into search_word (search_word) values ('optimize')
