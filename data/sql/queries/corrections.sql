-- Purpose: what was corrected by hand, in the order of municipalities and years.
-- Columns: as in the table correction_applied.
SELECT *
FROM correction_applied
ORDER BY municipality, year, correction;
