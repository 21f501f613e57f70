-- Purpose: groups of indicators of which a municipality's form or table tells nothing: unknown, not zero.
-- Columns: as data/tidy/columns.csv tells them; note: NULL where it was simply not sent.
CREATE VIEW tidy.gaps AS
SELECT
    not_delivered.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    not_delivered.year,
    not_delivered."group",
    not_delivered.note_lt,
    not_delivered.note_en,
    submission.demo,
    if(submission.demo, 'demo', submission.source) AS source
FROM not_delivered
JOIN municipality ON municipality.code = not_delivered.municipality
JOIN submission ON submission.municipality = not_delivered.municipality AND submission.year = not_delivered.year
ORDER BY not_delivered.year, municipality.sort_lt, not_delivered."group";
