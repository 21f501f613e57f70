-- Purpose: how many NGOs received money, in any mode, per 10,000 residents.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: NGOs paid something in
--   the area, each counted once; denominator: residents / 10,000.
WITH recipients AS (
    SELECT
        municipality,
        year,
        coalesce(area, 'all') AS area,
        count(DISTINCT entity) AS ngos
    FROM payment
    WHERE recipient_kind = 'ngo' AND executed > 0
    GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area))
)

SELECT
    population.municipality,
    population.year,
    map_area.area,
    coalesce(recipients.ngos, 0) AS numerator,
    population.residents / 10000 AS denominator
FROM population
CROSS JOIN map_area
LEFT JOIN recipients USING (municipality, year, area);
