-- The journal is only ever added to: the database itself refuses anything else.
create trigger change_is_never_updated before update on change
begin
  select raise(abort, 'the journal is append-only');
end;

create trigger change_is_never_deleted before delete on change
begin
  select raise(abort, 'the journal is append-only');
end;
