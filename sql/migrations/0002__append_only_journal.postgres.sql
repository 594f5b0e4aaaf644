-- The journal is only ever added to: the database itself refuses anything else.
create function refuse_change_of_journal() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger change_is_never_updated before update or delete on change
  for each row execute function refuse_change_of_journal();

create trigger change_is_never_emptied before truncate on change
  for each statement execute function refuse_change_of_journal();
