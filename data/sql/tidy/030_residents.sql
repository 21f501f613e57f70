-- Purpose: residents of every municipality and year, without gaps.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.residents AS
SELECT
    population.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    population.year,
    population.residents,
    population.estimated,
    population.crosses_census
FROM population
JOIN municipality ON municipality.code = population.municipality
ORDER BY population.year, municipality.sort_lt;
