select count(*) from change
