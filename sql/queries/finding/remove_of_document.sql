delete from finding where document = $1
