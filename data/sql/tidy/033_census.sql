-- Purpose: how far the census moved the number of residents that was published, of those municipalities whose count
--   is known.
-- Columns: as data/tidy/columns.csv tells them; change: per cent.
CREATE VIEW tidy.census AS
SELECT
    census.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    census.year,
    census.residents AS counted,
    published.residents AS published,
    100.0 * census.residents / published.residents - 100 AS change
FROM main.census
JOIN municipality ON municipality.code = census.municipality
JOIN raw.population AS published ON published.municipality = census.municipality AND published.year = census.year
ORDER BY census.year, municipality.sort_lt;
