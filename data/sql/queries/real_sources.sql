-- Purpose: whose figures a municipality's are in a year, where they are real.
-- Columns: municipality, year, source.
SELECT municipality, year, source
FROM submission
WHERE source IS NOT NULL AND NOT demo
ORDER BY year, municipality;
