-- Purpose: what assessors said anew of commitments, beside what they had said last on the same scale.
INSERT INTO found_change BY NAME
WITH latest AS (
    SELECT
        commitment,
        assessor,
        scale,
        -- One without a day stands after the day that it is known to follow, as in assessment.
        max_by(
            status,
            row(coalesce(observed_on, known_after, DATE '1900-01-01'), observed_on IS NULL)
        ) AS status
    FROM former.commitment_status
    GROUP BY commitment, assessor, scale
)

SELECT
    'status' AS kind,
    commitment AS subject,
    coalesce(commitment.title_lt, commitment.working_lt, commitment.title_en) AS title_lt,
    coalesce(commitment.title_en, commitment.working_en, commitment.title_lt) AS title_en,
    now.assessor AS detail,
    coalesce(was.status, latest.status) AS before,
    now.status AS after,
    if(coalesce(was.status, latest.status) IS NULL, NULL, FALSE) AS before_demo,
    FALSE AS after_demo
FROM commitment_status AS now
JOIN commitment USING (commitment)
LEFT JOIN latest USING (commitment, assessor, scale)
LEFT JOIN former.commitment_status AS was
    ON now.commitment = was.commitment
    AND now.assessor = was.assessor
    AND now.scale = was.scale
    AND now.observed_on IS NOT DISTINCT FROM was.observed_on
    AND now.known_after IS NOT DISTINCT FROM was.known_after
WHERE now.status IS DISTINCT FROM was.status;
