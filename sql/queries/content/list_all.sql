select sha256 from content order by sha256
