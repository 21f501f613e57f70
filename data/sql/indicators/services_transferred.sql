-- Purpose: how many of the municipality's public services were handed over altogether.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: services whose transfer
--   is complete; denominator: all services in the form, each counting as one whatever its value.
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    count(*) FILTER (transfer_stage = 'transferred') AS numerator,
    count(*) AS denominator
FROM service
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
