-- A row: figures of a year that municipalities do not report on.
-- LT: Duomenys yra tik tų metų, už kuriuos savivaldybės atsiskaito.
-- EN: There are figures only of years that municipalities report on.
WITH used AS (
    SELECT 'allocation' AS used_in, municipality, year FROM allocation
    UNION
    SELECT 'competition', municipality, year FROM competition
    UNION
    SELECT 'service', municipality, year FROM service
    UNION
    SELECT 'openness', municipality, year FROM openness
    UNION
    SELECT 'submission', municipality, year FROM submission
    UNION
    SELECT 'series_break', municipality, year FROM series_break
)

SELECT used.*
FROM used
ANTI JOIN reporting_year USING (year)
ORDER BY ALL;
