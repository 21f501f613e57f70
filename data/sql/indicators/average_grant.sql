-- Purpose: how large the average grant of a competition was.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: euros awarded;
--   denominator: applications funded (a year without any has no average).
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    sum(awarded) AS numerator,
    sum(funded) AS denominator
FROM competition
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
