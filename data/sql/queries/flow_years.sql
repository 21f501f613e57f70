-- Purpose: what there is of a municipality's payments in each year.
-- Parameters: $municipality: its code.
-- Columns: year; state: code list submission_state; demo: what is told of the year is invented;
--   provisional: its amounts are payment requests; source: whose figures they are, empty where none
--   came; paid: whether there are payments to show; note_lt, note_en: why what went to NGOs cannot be
--   told, empty where it can.
SELECT
    submission.year,
    submission.state,
    submission.demo,
    submission.provisional,
    coalesce(submission.source, '') AS source,
    paid.year IS NOT NULL AS paid,
    coalesce(not_delivered.note_lt, '') AS note_lt,
    coalesce(not_delivered.note_en, '') AS note_en
FROM submission
LEFT JOIN (
    SELECT DISTINCT year FROM serving.receipt WHERE municipality = $municipality AND paid IS NOT NULL
) AS paid ON paid.year = submission.year
LEFT JOIN not_delivered
    ON
        not_delivered.municipality = submission.municipality
        AND not_delivered.year = submission.year
        AND not_delivered."group" = 'ngo'
WHERE submission.municipality = $municipality
ORDER BY submission.year;
