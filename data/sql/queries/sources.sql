-- Purpose: every source of the figures, real ones first.
-- Columns: as in the table source; years: those that it has figures of, ascending; NULL where they
--   are not tied to years.
WITH covered AS (
    SELECT 'population' AS source, year FROM raw.population
    UNION
    SELECT 'prices', year FROM raw.prices
    UNION
    SELECT source, unnest(range(start_year, end_year + 1)) FROM action_plan
    UNION
    SELECT if(demo, 'demo', 'forms'), year
    FROM submission
    WHERE state NOT IN ('not_asked', 'no_answer')
)

SELECT source.*, years.years
FROM source
LEFT JOIN (
    SELECT source, list(year ORDER BY year) AS years FROM covered GROUP BY source
) AS years USING (source)
ORDER BY source.kind = 'demo', source.source;
