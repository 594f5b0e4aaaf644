-- Gives a row where the id is new.
insert into record (id, kind) values ($1, $2)
on conflict (id) do nothing
returning id
