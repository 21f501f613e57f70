-- Purpose: why figures of a group of indicators do not compare with those of earlier years.
-- Parameters: $scope: a group of indicators.
-- Columns: municipality, year; note_lt, note_en: the reason.
SELECT
    municipality,
    year,
    note_lt,
    note_en
FROM series_break
WHERE scope IN ('all', $scope)
ORDER BY year, municipality;
