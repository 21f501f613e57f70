-- Purpose: what was corrected by hand, a row a municipality and year that it touches.
-- Columns: as data/tidy/columns.csv tells them; municipality, year: NULL where it touches none in particular.
CREATE VIEW tidy.corrections AS
SELECT
    fixed.rowid::INTEGER + 1 AS number,
    fixed.correction,
    fixed.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    fixed.year,
    fixed."table" AS of_table,
    fixed.key AS of_row,
    fixed."column" AS of_column,
    fixed.before,
    fixed.after,
    fixed.reason,
    fixed.kind = 'demo' AS demo,
    if(fixed.kind = 'demo', 'demo', submission.source) AS source
FROM correction_applied AS fixed
LEFT JOIN municipality ON municipality.code = fixed.municipality
LEFT JOIN submission ON submission.municipality = fixed.municipality AND submission.year = fixed.year
ORDER BY municipality.sort_lt, fixed.year, fixed.correction, fixed.rowid;
