-- Purpose: residents of every year, linear between the published years on either side.
-- Published years outside the wanted ones help to interpolate; nothing is extrapolated. What was
-- published for the year of a census came before its result, as table census shows.
INSERT INTO population
WITH wanted AS (
    SELECT municipality.code AS municipality, years.year
    FROM municipality
    CROSS JOIN (
        SELECT unnest(range(min(year), max(year) + 2))::INTEGER AS year FROM reporting_year
    ) AS years
)
SELECT
    wanted.municipality,
    wanted.year,
    CASE
        WHEN before.year = wanted.year THEN before.residents
        ELSE round(
            before.residents
            + (after.residents - before.residents)
            * (wanted.year - before.year) / (after.year - before.year)
        )
    END::INTEGER AS residents,
    before.year <> wanted.year AS estimated,
    before.year <> wanted.year
    AND EXISTS (
        SELECT 1 FROM census WHERE census.year >= before.year AND census.year < after.year
    ) AS crosses_census
FROM wanted
ASOF JOIN raw.population AS before
    ON before.municipality = wanted.municipality AND before.year <= wanted.year
ASOF JOIN raw.population AS after
    ON after.municipality = wanted.municipality AND after.year >= wanted.year
ORDER BY wanted.municipality, wanted.year;
