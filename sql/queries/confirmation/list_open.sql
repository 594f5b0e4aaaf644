-- What everyone may see of the records two sides share, the newest first.
select id from record
where sharing = 'open' and merged_into is null and removed_at is null
  and kind in ('agreement', 'commitment', 'activity', 'course', 'support', 'award', 'proposal') and ($1 = '' or id < $1)
order by id desc limit $2
