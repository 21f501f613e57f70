-- A row: a municipality or county that is used in a table and does not exist.
-- LT: Kiekviena lentelėse minima savivaldybė ir apskritis tikrai yra.
-- EN: Every municipality and county named in a table exists.
WITH used AS (
    SELECT 'population' AS used_in, municipality FROM population
    UNION
    SELECT 'entity', municipality FROM entity
    UNION
    SELECT 'allocation', municipality FROM allocation
    UNION
    SELECT 'competition', municipality FROM competition
    UNION
    SELECT 'service', municipality FROM service
    UNION
    SELECT 'openness', municipality FROM openness
    UNION
    SELECT 'submission', municipality FROM submission
    UNION
    SELECT 'series_break', municipality FROM series_break
)

SELECT used.used_in, used.municipality AS code
FROM used
ANTI JOIN municipality ON municipality.code = used.municipality
UNION ALL
SELECT 'municipality', municipality.county
FROM municipality
ANTI JOIN county ON county.code = municipality.county
ORDER BY ALL;
