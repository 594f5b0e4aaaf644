-- The last on each pair.
select id, one, other, judgement, decided_by, decided_at
from verdict
where id in (select max(id) from verdict group by one, other)
order by id
