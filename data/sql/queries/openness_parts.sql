-- Purpose: what the openness of every municipality is made of in a year.
-- Parameters: $year: one that municipalities report on.
-- Columns: municipality; ngo_council, meetings, ngo_share, open_budget, published_results: as in table
--   openness, NULL where nothing is shown; state: code list value_state; counts: whether it is summed
--   with others (see mart_indicator); demo: it is invented; source: whose it is, NULL where none came.
-- Order: municipalities in Lithuanian alphabetical order.
SELECT
    judged.municipality,
    openness.ngo_council,
    openness.meetings,
    openness.ngo_share,
    openness.open_budget,
    openness.published_results,
    judged.state,
    judged.counts,
    judged.demo,
    submission.source
FROM mart_indicator AS judged
LEFT JOIN submission USING (municipality, year)
LEFT JOIN openness
    ON
        openness.municipality = judged.municipality
        AND openness.year = judged.year
        AND judged.numerator IS NOT NULL
WHERE judged.indicator = 'openness' AND judged.area = 'all' AND judged.year = $year
ORDER BY judged.sort_lt;
