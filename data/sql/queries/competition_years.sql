-- Purpose: what the competitions that are asked for come to, year by year and in all.
-- Parameters: $municipality, $county, $area, $year, $text: as of the macro competitions_asked; $demo:
--   whether the invented ones are asked for, or the real ones.
-- Columns: year: NULL for all; competitions: how many; budget, requested, awarded: euros; applications,
--   funded: how many; with_budget, with_applications, with_requested: of how many competitions that is
--   known; funded_of, awarded_of: funded and awarded of those whose applications and requests are.
SELECT
    year,
    count(*) AS competitions,
    sum(budget) AS budget,
    count(budget) AS with_budget,
    sum(applications) AS applications,
    count(applications) AS with_applications,
    sum(funded) AS funded,
    sum(funded) FILTER (applications IS NOT NULL) AS funded_of,
    sum(requested) AS requested,
    count(requested) AS with_requested,
    sum(awarded) AS awarded,
    sum(awarded) FILTER (requested IS NOT NULL) AS awarded_of
FROM competitions_asked($municipality, $county, $area, $year, $text)
WHERE demo = $demo
GROUP BY GROUPING SETS ((), (year))
ORDER BY year NULLS LAST;
