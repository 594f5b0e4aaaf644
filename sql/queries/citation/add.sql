insert into citation (id, record, field, value, document, finding, span_begin, span_end, quote)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
