-- Of a kind, what not both sides confirm as it stands.
select r.id from record r
where r.kind = $1 and r.merged_into is null and r.removed_at is null and (
  (select count(*) from confirmation c where c.record_id = r.id and c.version = r.version) < 2
  or exists (select 1 from dispute d where d.record_id = r.id and d.outcome = 'open'))
