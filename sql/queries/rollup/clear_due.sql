delete from rollup_due
