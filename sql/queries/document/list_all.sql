select id, sha256, file_name, title, language, encoding, dateline, sample, '' as text, added_at, side, sharing
from document
order by added_at desc, id desc
