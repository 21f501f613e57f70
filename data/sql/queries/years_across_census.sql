-- Purpose: the years whose residents are interpolated between those published before and after a
--   census.
-- Columns: year.
SELECT DISTINCT year
FROM population
WHERE crosses_census
ORDER BY year;
