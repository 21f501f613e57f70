-- Purpose: the 10 counties, by their codes, which is also their alphabetical order.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.counties AS
SELECT
    county.code AS county,
    county.name_lt,
    county.name_en,
    county.name_full_lt,
    county.nuts3,
    county.iso,
    county.area_km2,
    inside.municipalities,
    inside.residents,
    inside.residents_year
FROM county
LEFT JOIN (
    SELECT
        county,
        count(*)::INTEGER AS municipalities,
        sum(residents)::INTEGER AS residents,
        min(residents_year) AS residents_year
    FROM tidy.municipalities
    GROUP BY county
) AS inside ON inside.county = county.code
ORDER BY county.code;
