-- Purpose: the years whose residents are interpolated between years published before and after a census.
SELECT DISTINCT year
FROM population
WHERE crosses_census
ORDER BY year;
