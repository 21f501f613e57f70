-- Purpose: what municipalities and NGO centres remarked on figures, withdrawn remarks too, as they were made.
-- Columns: as data/tidy/columns.csv tells them; indicator, year: NULL where it is on all of them.
CREATE VIEW tidy.remarks AS
SELECT
    said.remark,
    said.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    said.indicator,
    said.year,
    said.office,
    said.made_on,
    said.text_lt,
    said.text_en,
    said.link,
    said.withdrawn_on,
    said.why
FROM remark AS said
JOIN municipality ON municipality.code = said.municipality
ORDER BY said.made_on, substr(said.remark, 2)::INTEGER;
