-- Bytes that only attachments had whose file was erased.
delete from content
where sha256 = $1 and not exists (select 1 from attachment a where a.sha256 = $1 and a.file_name <> '***')
