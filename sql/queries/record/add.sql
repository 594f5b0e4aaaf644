-- Gives the kind the id has, also where it was there before.
insert into record (id, kind) values ($1, $2)
on conflict (id) do update set kind = record.kind
returning kind
