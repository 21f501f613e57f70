-- Purpose: the national figure of one indicator in one unit and area for every year.
-- Parameters: $indicator, $unit: ids of the catalogue; $area: a policy area or 'all'; $figures: 'all'
--   or 'real'; $same: whether only of the municipalities that count in every year.
-- Columns: year; value: sum of numerators / sum of denominators of municipalities whose figures
--   count, in the unit, added up in one order, so that the same view has the same digits;
--   municipalities: how many count.
SELECT
    year,
    sum(numerator ORDER BY sort_lt) FILTER (chosen)
    / nullif(sum(denominator ORDER BY sort_lt) FILTER (chosen), 0) AS value,
    count(numerator) FILTER (chosen) AS municipalities
FROM (
    SELECT
        year,
        sort_lt,
        numerator,
        denominator,
        counts AND (NOT $same OR bool_and(counts) OVER (PARTITION BY municipality)) AS chosen
    FROM unit_terms($indicator, $area, $unit, $figures)
)
GROUP BY year
ORDER BY year;
