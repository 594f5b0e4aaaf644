delete from kept_answer where kept_at < $1
