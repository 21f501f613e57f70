-- Purpose: all money that the municipality paid out.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: executed euros;
--   denominator: 1.
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    sum(executed) AS numerator,
    1 AS denominator
FROM payment
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
