-- Purpose: what the rows behind a figure of a municipality come to.
-- Reads: counted, the rows of a query of sql/indicators.
-- Parameters: $municipality, $year; $area: a policy area or 'all'.
-- Columns: rows: how many; numerator, denominator: their sums, where rows with the same `once` count once.
SELECT
    count(*) AS rows,
    if(count(once) > 0, count(DISTINCT once), coalesce(sum(numerator), 0)) AS numerator,
    sum(denominator) AS denominator
FROM counted
WHERE municipality = $municipality AND year = $year AND $area IN ('all', area);
