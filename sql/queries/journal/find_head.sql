select entries, hash from journal_head where one = 1
