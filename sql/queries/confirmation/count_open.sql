select count(*) from record
where sharing = 'open' and merged_into is null and removed_at is null
  and kind in ('agreement', 'commitment', 'activity', 'course', 'support', 'award', 'proposal')
