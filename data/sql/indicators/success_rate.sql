-- Purpose: how many of the applications to competitions were funded.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: applications funded;
--   denominator: applications received (a year without any has no rate).
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    sum(funded) AS numerator,
    sum(applications) AS denominator
FROM competition
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
