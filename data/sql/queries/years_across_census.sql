-- Purpose: when residents are interpolated between years published before and after a census.
-- Columns: year.
-- Order: year.
SELECT DISTINCT year
FROM population
WHERE crosses_census
ORDER BY year;
