-- What is a part of a part goes with the whole.
update record set
  follows = coalesce((select above.follows from record above where above.id = $2), $2),
  sharing = case when kind = 'note' then 'draft'
    else coalesce((select above.sharing from record above where above.id = $2), sharing) end
where id = $1
