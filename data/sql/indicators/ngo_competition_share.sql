-- Purpose: the share of money that NGOs won in competitions in all that was paid out.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: executed euros to NGOs by
--   competition; denominator: all executed euros in the same area.
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    coalesce(
        sum(executed) FILTER (recipient_kind = 'ngo' AND mode = 'competition'), 0
    ) AS numerator,
    sum(executed) AS denominator
FROM payment
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
