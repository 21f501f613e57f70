-- Purpose: openness as accepted forms have it.
-- Reads: sheet, the rows of sheet openness.
-- Columns: as in table openness; without a council there are neither meetings nor seats. Historical
--   tables may know of a council and not of its work: then nothing can be said of openness.
SELECT
    municipality,
    year,
    ngo_council,
    coalesce(meetings, 0) AS meetings,
    coalesce(ngo_share, 0) AS ngo_share,
    open_budget,
    published_results,
    link,
    results_link,
    from_file,
    from_rows
FROM sheet
WHERE NOT ngo_council OR (meetings IS NOT NULL AND ngo_share IS NOT NULL);
