-- A note is never shown to the other side.
update record set sharing = $2 where follows = $1 and kind <> 'note'
