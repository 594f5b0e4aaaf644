select organisation, measure, valid_from, valid_to, said_by, said_on, said_low, said_high, said_stated, said_qualifier, low, high,
       open_low, open_high, reported, statements
from rollup where organisation = $1 order by measure, valid_to, valid_from
