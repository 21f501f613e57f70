-- A row: an indicator, area, municipality and year that is not in the mart exactly once.
-- LT: Kiekvienas rodiklis turi lygiai vieną eilutę kiekvienai sričiai, savivaldybei ir metams.
-- EN: Every indicator has exactly one row for each area, municipality and year.
WITH grid AS (
    SELECT
        indicator.indicator,
        map_area.area,
        municipality.code AS municipality,
        reporting_year.year
    FROM indicator
    JOIN map_area ON indicator.by_area OR map_area.area = 'all'
    CROSS JOIN municipality
    CROSS JOIN reporting_year
),

found AS (
    SELECT indicator, area, municipality, year, count(*) AS times
    FROM mart_indicator
    GROUP BY ALL
)

SELECT indicator, area, municipality, year, coalesce(found.times, 0) AS times
FROM grid
FULL JOIN found USING (indicator, area, municipality, year)
WHERE found.times IS DISTINCT FROM 1 OR grid.indicator IS NULL
ORDER BY ALL;
