-- An entry that has its place in the chain never changes. Those of earlier versions get theirs once.
drop trigger change_is_never_updated on change;
create trigger change_is_never_updated before update on change
  for each row when (old.sequence is not null) execute function refuse_change_of_journal();
create trigger change_is_never_deleted before delete on change
  for each row execute function refuse_change_of_journal();
