-- A row: an amount or count of a municipality and year whose policy areas do not add up to "all",
-- unless some of it is of an area that stands only in published tables.
-- LT: Viešosios politikos sričių sumos sudėjus duoda visų sričių sumą.
-- EN: The figures of the policy areas add up to the figure of all areas.
WITH unmapped AS (
    SELECT municipality, year, area FROM allocation
    UNION
    SELECT municipality, year, area FROM competition
)

SELECT
    mart_indicator.indicator,
    mart_indicator.municipality,
    mart_indicator.year,
    sum(numerator) FILTER (area = 'all') AS "all",
    sum(numerator) FILTER (area <> 'all') AS parts
FROM mart_indicator
JOIN indicator USING (indicator)
ANTI JOIN (FROM unmapped ANTI JOIN map_area USING (area)) AS apart USING (municipality, year)
WHERE indicator.by_area AND NOT indicator.rate AND NOT indicator.of_residents
GROUP BY ALL
HAVING sum(numerator) FILTER (area = 'all') <> sum(numerator) FILTER (area <> 'all')
ORDER BY ALL;
