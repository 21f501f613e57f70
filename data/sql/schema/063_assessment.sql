-- Purpose: statuses in the order in which they were said, with what their scale makes of them.
-- Columns: as in commitment_status; plan; kind, position, progress: of the scale; sequence: from 1
--   within commitment, assessor and scale, oldest first. An observation without a date stands
--   after the day that it is known to follow, or first where no such day is known.
CREATE VIEW assessment AS
SELECT
    commitment_status.*,
    commitment.plan,
    commitment_scale.kind,
    status_scale.position,
    status_scale.progress,
    row_number() OVER (
        PARTITION BY commitment, assessor, scale
        ORDER BY coalesce(observed_on, known_after) NULLS FIRST, observed_on NULLS LAST
    ) AS sequence
FROM commitment_status
JOIN commitment USING (commitment)
JOIN commitment_scale USING (scale)
JOIN status_scale USING (scale, status);
