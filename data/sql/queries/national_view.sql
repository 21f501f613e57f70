-- Purpose: the national figure of one indicator in one unit and area for every year.
-- Parameters: $indicator, $unit: ids of the catalogue; $area: a policy area or 'all'.
-- Columns: year; value: sum of numerators / sum of denominators of municipalities whose figures
--   count (ok, declared_zero), in the unit; municipalities: how many count.
SELECT
    year,
    sum(numerator) / nullif(sum(denominator), 0) AS value,
    count(numerator) AS municipalities
FROM (
    SELECT
        year,
        if(state IN ('ok', 'declared_zero'), numerator, NULL) AS numerator,
        if(state IN ('ok', 'declared_zero'), denominator, NULL) AS denominator
    FROM unit_terms($indicator, $area, $unit)
)
GROUP BY year
ORDER BY year;
