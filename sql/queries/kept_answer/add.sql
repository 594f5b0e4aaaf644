insert into kept_answer (key, asked, answer, kept_at) values ($1, $2, $3, $4)
