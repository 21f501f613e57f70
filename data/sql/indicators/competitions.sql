-- Purpose: how many competitions for NGOs the municipality held.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: competitions;
--   denominator: 1.
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    count(*) AS numerator,
    1 AS denominator
FROM competition
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
