select id, sha256, file_name, title, language, encoding, dateline, sample, text, added_at, side, sharing
from document
where id = $1
