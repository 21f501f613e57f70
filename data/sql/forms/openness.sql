-- Purpose: openness as accepted forms have it.
-- Reads: sheet, the rows of sheet openness.
-- Columns: as in table openness; without a council there are neither meetings nor seats.
SELECT
    municipality,
    year,
    ngo_council,
    coalesce(meetings, 0) AS meetings,
    coalesce(ngo_share, 0) AS ngo_share,
    open_budget,
    published_results,
    coalesce(link, results_link) AS link
FROM sheet;
