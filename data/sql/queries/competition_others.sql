-- Purpose: a municipality's competitions that are real or invented as one of them is.
-- Parameters: $municipality: its code; $demo.
-- Columns: key, year, competition, area, applications, funded, success, requested, awarded.
-- Order: the newest first, then by name.
SELECT key, year, competition, area, applications, funded, success, requested, awarded
FROM serving.competition
WHERE municipality = $municipality AND demo = $demo
ORDER BY year DESC, called ASC;
