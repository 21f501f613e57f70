-- A row: a municipality and year whose form was accepted, although it pays nothing to anyone.
SELECT municipality, year, mart_context.total_eur
FROM answered
LEFT JOIN mart_context USING (municipality, year)
WHERE coalesce(mart_context.total_eur, 0) <= 0
ORDER BY ALL;
