-- Purpose: the 60 municipalities, in Lithuanian alphabetical order.
-- Columns: as data/tidy/columns.csv tells them; residents: of residents_year, the newest that is published.
CREATE VIEW tidy.municipalities AS
WITH newest AS (
    SELECT
        municipality,
        max(year) AS year,
        arg_max(residents, year) AS residents
    FROM population
    WHERE NOT estimated
    GROUP BY municipality
)

SELECT
    municipality.code AS municipality,
    municipality.name_lt,
    municipality.name_en,
    municipality.name_full_lt,
    municipality.type,
    municipality."group",
    municipality.county,
    county.name_lt AS county_name_lt,
    county.name_en AS county_name_en,
    municipality.nuts3,
    municipality.iso,
    municipality.wikidata,
    municipality.area_km2,
    newest.residents,
    newest.year AS residents_year
FROM municipality
JOIN county ON county.code = municipality.county
LEFT JOIN newest ON newest.municipality = municipality.code
ORDER BY municipality.sort_lt;
