-- Purpose: where a municipality's figures do not compare with those of earlier years, and why.
-- Columns: as data/tidy/columns.csv tells them; scope: a group of indicators, or 'all'.
CREATE VIEW tidy.breaks AS
SELECT
    series_break.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    series_break.year,
    series_break.scope,
    series_break.note_lt,
    series_break.note_en,
    submission.demo,
    if(submission.demo, 'demo', submission.source) AS source
FROM series_break
JOIN municipality ON municipality.code = series_break.municipality
JOIN submission ON submission.municipality = series_break.municipality AND submission.year = series_break.year
ORDER BY series_break.year, municipality.sort_lt, series_break.scope;
