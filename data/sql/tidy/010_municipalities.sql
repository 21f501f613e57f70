-- Purpose: the 60 municipalities, in Lithuanian alphabetical order.
-- Columns: as data/tidy/columns.csv tells them; residents: of residents_year, the newest that is published; older:
--   per cent of residents aged 65 and over in older_year; slug: as geo.slugs makes it.
CREATE VIEW tidy.municipalities AS
WITH newest AS (
    SELECT
        municipality,
        max(year) AS year,
        arg_max(residents, year) AS residents
    FROM population
    WHERE NOT estimated
    GROUP BY municipality
),

older AS (
    SELECT
        municipality,
        year,
        100.0 * sum(residents) FILTER (age_from >= 65) / sum(residents) AS older
    FROM population_age
    WHERE year = (SELECT max(told.year) FROM population_age AS told WHERE told.age_from = 65)
    GROUP BY municipality, year
)

SELECT
    municipality.code AS municipality,
    municipality.name_lt,
    municipality.name_en,
    municipality.name_full_lt,
    slug_of(replace(municipality.name_lt, ' sav.', '')) AS slug_lt,
    slug_of(municipality.name_en) AS slug_en,
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
    newest.year AS residents_year,
    newest.residents / municipality.area_km2::DOUBLE AS density,
    older.older,
    older.year AS older_year,
    municipality.sort_lt AS name_order
FROM municipality
JOIN county ON county.code = municipality.county
LEFT JOIN newest ON newest.municipality = municipality.code
LEFT JOIN older ON older.municipality = municipality.code
ORDER BY municipality.sort_lt;
