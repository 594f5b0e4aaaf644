insert into rollup (organisation, measure, valid_from, valid_to, said_by, said_on, said_low, said_high, said_stated,
                    said_qualifier, low, high, open_low, open_high, reported, statements)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict (organisation, measure, valid_from, valid_to) do update set
  said_by = excluded.said_by, said_on = excluded.said_on, said_low = excluded.said_low, said_high = excluded.said_high,
  said_stated = excluded.said_stated, said_qualifier = excluded.said_qualifier, low = excluded.low, high = excluded.high,
  open_low = excluded.open_low, open_high = excluded.open_high, reported = excluded.reported, statements = excluded.statements
