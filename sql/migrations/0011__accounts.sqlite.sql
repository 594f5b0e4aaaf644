
create trigger tree_grows after insert on record when new.kind in ('organisation', 'division') begin
  update tree_version set version = version + 1;
end;
create trigger tree_changes after update on record when new.kind in ('organisation', 'division') begin
  update tree_version set version = version + 1;
end;
create trigger tree_shrinks after delete on record when old.kind in ('organisation', 'division') begin
  update tree_version set version = version + 1;
end;
