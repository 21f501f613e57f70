-- Purpose: why there is no figure of a municipality in a year, where its source tells.
-- Parameters: $scope: a group of indicators; $area: a policy area or 'all'.
-- Columns: municipality, year; note_lt, note_en: the reason.
SELECT
    municipality,
    year,
    note_lt,
    note_en
FROM not_delivered
WHERE "group" = $scope AND note_lt IS NOT NULL
UNION ALL
SELECT
    municipality,
    year,
    lower(label_lt[1]) || label_lt[2:],
    lower(label_en[1]) || label_en[2:]
FROM untold_area
ANTI JOIN (FROM not_delivered WHERE "group" = $scope) AS absent USING (municipality, year)
WHERE area = $area
ORDER BY year, municipality;
