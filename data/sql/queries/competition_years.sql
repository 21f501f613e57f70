-- Purpose: what the competitions that are asked for come to, year by year and in all, real and invented
--   ones apart.
-- Parameters: $municipality, $county, $area, $year, $text: as of the macro competitions_asked.
-- Columns: demo: of the invented ones; year: NULL for all; competitions: how many; budget, requested,
--   awarded: euros; applications, funded: how many; with_budget, with_applications, with_requested: of how
--   many competitions that is known; funded_of, awarded_of: funded and awarded of those whose applications
--   and requests are; announced: of how many the day is known; sources: whose they are, with spaces between.
SELECT
    demo,
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
    sum(awarded) FILTER (requested IS NOT NULL) AS awarded_of,
    count(announced) AS announced,
    string_agg(DISTINCT source, ' ' ORDER BY source) AS sources
FROM competitions_asked($municipality, $county, $area, $year, $text)
GROUP BY GROUPING SETS ((demo), (demo, year))
ORDER BY demo, year NULLS LAST;
