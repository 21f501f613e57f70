-- Purpose: the national figure of one indicator in one unit and area for every year.
-- Parameters: $indicator, $unit: ids of the catalogue; $area: a policy area or 'all'; $same: whether
--   only of the municipalities that count in every year.
-- Columns: year; value: sum of numerators / sum of denominators of municipalities whose figures
--   count (ok, declared_zero), in the unit; municipalities: how many count.
SELECT
    year,
    sum(numerator) FILTER (counts) / nullif(sum(denominator) FILTER (counts), 0) AS value,
    count(numerator) FILTER (counts) AS municipalities
FROM (
    SELECT
        year,
        numerator,
        denominator,
        state IN ('ok', 'declared_zero')
        AND (
            NOT $same
            OR bool_and(state IN ('ok', 'declared_zero')) OVER (PARTITION BY municipality)
        ) AS counts
    FROM unit_terms($indicator, $area, $unit)
)
GROUP BY year
ORDER BY year;
