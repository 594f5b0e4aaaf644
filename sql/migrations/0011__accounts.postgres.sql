
-- Once a transaction, however many organisations it writes.
create function note_change_of_tree() returns trigger language plpgsql as $$
begin
  update tree_version set version = txid_current() where version <> txid_current();
  return null;
end
$$;
create trigger tree_grows after insert or update on record
  for each row when (new.kind in ('organisation', 'division')) execute function note_change_of_tree();
create trigger tree_shrinks after delete on record
  for each row when (old.kind in ('organisation', 'division')) execute function note_change_of_tree();
