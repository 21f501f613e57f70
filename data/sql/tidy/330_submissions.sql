-- Purpose: what became of every municipality's yearly form.
-- Columns: as data/tidy/columns.csv tells them; source: NULL where nothing came.
CREATE VIEW tidy.submissions AS
SELECT
    submission.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    submission.year,
    submission.state,
    states.label_lt AS state_name_lt,
    states.label_en AS state_name_en,
    submission.received_on,
    submission.form_version,
    submission.checksum,
    submission.provisional,
    submission.demo,
    if(submission.demo, 'demo', submission.source) AS source
FROM submission
JOIN municipality ON municipality.code = submission.municipality
JOIN code AS states ON states.list = 'submission_state' AND states.code = submission.state
ORDER BY submission.year, municipality.sort_lt;
