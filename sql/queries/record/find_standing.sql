-- What record/find_state gives, what stands for it, and whether any record stands for another.
select kind, version, changed_at, coalesce(removed_at, ''), coalesce(removed_why, ''), coalesce(merged_into, ''),
  case when exists (select 1 from record other where other.merged_into is not null) then 1 else 0 end
from record where id = $1
