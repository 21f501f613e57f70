-- Purpose: how open each municipality was in a year.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.openness AS
SELECT
    told.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    told.year,
    told.ngo_council,
    told.meetings,
    told.ngo_share,
    told.open_budget,
    told.published_results,
    told.link,
    told.results_link,
    submission.demo,
    if(submission.demo, 'demo', submission.source) AS source
FROM main.openness AS told
JOIN submission USING (municipality, year)
SEMI JOIN answered USING (municipality, year)
JOIN municipality ON municipality.code = told.municipality
ORDER BY told.year, municipality.sort_lt;
