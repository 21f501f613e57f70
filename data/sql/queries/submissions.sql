-- Purpose: the state of every municipality's yearly form.
-- Columns: municipality, year; state: code list submission_state; received_on; form_version; demo.
SELECT
    submission.municipality,
    submission.year,
    submission.state,
    submission.received_on,
    submission.form_version,
    submission.demo
FROM submission
JOIN municipality ON municipality.code = submission.municipality
ORDER BY submission.year, municipality.sort_lt;
