-- Purpose: money paid to NGOs that won it in a competition.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: executed euros;
--   denominator: 1.
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    sum(executed) AS numerator,
    1 AS denominator
FROM payment
WHERE recipient_kind = 'ngo' AND mode = 'competition'
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
