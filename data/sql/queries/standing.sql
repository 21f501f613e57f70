-- Purpose: how every commitment stands according to one assessor.
-- Parameters: $assessor; $day: only what was said with a date up to it, NULL for all that is known.
-- Columns: commitment, plan, scale, status, status_lt, status_en, progress, observed_on, document;
--   all but the first two NULL where not assessed.
SELECT
    stand.commitment,
    stand.plan,
    stand.scale,
    stand.status,
    label_lt AS status_lt,
    label_en AS status_en,
    stand.progress,
    stand.observed_on,
    stand.document
FROM standing($assessor, $day::DATE) AS stand
JOIN commitment_order USING (commitment)
LEFT JOIN code ON list = 'commitment_status' AND code = stand.status
ORDER BY place;
