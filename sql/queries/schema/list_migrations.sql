select version, name from kevai_migration order by version
