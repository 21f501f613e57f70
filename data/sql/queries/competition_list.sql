-- Purpose: a stretch of the competitions that are asked for.
-- Parameters: $municipality, $county, $area, $year, $text: as of the macro competitions_asked; $demo:
--   whether the invented ones are asked for, or the real ones; $sort: the column to sort by; $direction: 1,
--   or -1 from the largest; $most: how many; $after: how many before them are left out.
-- Columns: of serving.competition, without those that only serve to find it.
-- Order: as asked for, what is not known last; then the newest, municipalities in Lithuanian order, names.
SELECT
    key,
    municipality,
    year,
    competition,
    area,
    announced,
    budget,
    applications,
    funded,
    success,
    requested,
    awarded,
    link,
    demo,
    source
FROM competitions_asked($municipality, $county, $area, $year, $text)
WHERE demo = $demo
ORDER BY
    $direction::INTEGER * CASE $sort
        WHEN 'name' THEN called
        WHEN 'municipality' THEN placed
        WHEN 'year' THEN year
        WHEN 'area' THEN sorted
        WHEN 'announced' THEN epoch(announced)
        WHEN 'budget' THEN budget::DOUBLE
        WHEN 'applications' THEN applications
        WHEN 'funded' THEN funded
        WHEN 'success' THEN success
        WHEN 'requested' THEN requested::DOUBLE
        WHEN 'awarded' THEN awarded::DOUBLE
    END NULLS LAST,
    year DESC,
    placed ASC,
    called ASC
LIMIT $most::BIGINT OFFSET $after::BIGINT;
