select 1 from rollup limit 1
