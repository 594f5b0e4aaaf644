-- An entry that has its place in the chain never changes. Those of earlier versions get theirs once.
drop trigger change_is_never_updated;
create trigger change_is_never_updated before update on change when old.sequence is not null
begin
  select raise(abort, 'the journal is append-only');
end;
