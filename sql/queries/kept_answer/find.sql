select key, asked, answer, kept_at from kept_answer where key = $1
