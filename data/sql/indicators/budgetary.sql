-- Purpose: money paid to budgetary institutions.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: executed euros;
--   denominator: 1.
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    sum(executed) AS numerator,
    1 AS denominator
FROM payment
WHERE recipient_kind = 'budgetary_institution'
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
