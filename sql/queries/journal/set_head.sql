update journal_head set entries = $1, hash = $2 where one = 1
