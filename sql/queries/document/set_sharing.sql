update document set sharing = $2 where id = $1
