select 1 from rollup_due
