delete from kept_answer where answer like '%' || $1 || '%'
