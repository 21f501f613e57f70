-- Purpose: what the rows of an indicator come to, in each policy area and in all together.
-- Reads: counted, the rows of a query of sql/indicators.
-- Columns: municipality, year; area: 'all' or a policy area; numerator, denominator: sums; of rows that
--   have the same `once` only one is counted.
WITH single AS (
    SELECT
        municipality,
        year,
        coalesce(area, 'all') AS place,
        if(once IS NULL, sum(numerator), max(numerator)) AS numerator,
        if(once IS NULL, sum(denominator), max(denominator)) AS denominator
    FROM counted
    GROUP BY GROUPING SETS ((municipality, year, once), (municipality, year, area, once))
    HAVING grouping(area) = 1 OR area <> 'all'
)

SELECT
    municipality,
    year,
    place AS area,
    sum(numerator) AS numerator,
    sum(denominator) AS denominator
FROM single
GROUP BY municipality, year, place;
