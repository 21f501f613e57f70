-- Purpose: an indicator before, during and after the plan that promised to move it.
-- Parameters: $indicator, $unit, $area, $figures: as in indicator_view; $direction: 'more' or 'less';
--   $target: in the unit, or NULL; $start_year, $end_year: of the plan, or NULL.
-- Columns: year; phase: 'before', 'during', 'after', NULL where the plan's years are not known;
--   value: national, as in national_view; target; reached: how many comparable municipalities
--   reached it, NULL without a target; comparable: how many have a figure that counts; estimated:
--   some of these rests on an interpolated number of residents; demo: they are invented, as those of
--   all years are then.
WITH counted AS (
    SELECT *
    FROM unit_terms($indicator, $area, $unit, $figures)
    WHERE counts
),

years AS (
    SELECT DISTINCT year
    FROM unit_terms($indicator, $area, $unit, $figures)
)

SELECT
    year,
    CASE
        WHEN year < $start_year::INTEGER THEN 'before'
        WHEN year <= $end_year::INTEGER THEN 'during'
        WHEN year > $end_year::INTEGER THEN 'after'
    END AS phase,
    sum(numerator) / nullif(sum(denominator), 0) AS value,
    $target::DOUBLE AS target,
    if(
        $target::DOUBLE IS NULL,
        NULL,
        count(*) FILTER (
            if(
                $direction = 'more',
                numerator / denominator >= $target::DOUBLE,
                numerator / denominator <= $target::DOUBLE
            )
        )
    ) AS reached,
    count(numerator) AS comparable,
    coalesce(bool_or(estimated), FALSE) AS estimated,
    coalesce(bool_or(demo), FALSE) AS demo
FROM years
LEFT JOIN counted USING (year)
GROUP BY year
ORDER BY year;
