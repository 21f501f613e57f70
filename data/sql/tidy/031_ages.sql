-- Purpose: residents of every municipality by age, of the years in which they are published.
-- Columns: as data/tidy/columns.csv tells them; age_to: NULL in the last group, which is open.
CREATE VIEW tidy.ages AS
SELECT
    ages.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    ages.year,
    ages.age_from,
    ages.age_to,
    ages.residents
FROM population_age AS ages
JOIN municipality ON municipality.code = ages.municipality
ORDER BY ages.year, municipality.sort_lt, ages.age_from;
