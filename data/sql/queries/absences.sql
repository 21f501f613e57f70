-- Purpose: why a group of indicators is absent of a municipality in a year, where its source tells.
-- Parameters: $group: a group of indicators.
-- Columns: municipality, year; note_lt, note_en: the reason.
SELECT
    municipality,
    year,
    note_lt,
    note_en
FROM not_delivered
WHERE "group" = $group AND note_lt IS NOT NULL
ORDER BY year, municipality;
