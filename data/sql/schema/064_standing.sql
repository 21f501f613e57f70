-- Purpose: how every commitment stands, by an assessor's latest word on how much is done.
-- Parameters: the_assessor; the_day: only what was said with a date up to it; NULL for all that is
--   known, dated or not.
-- Columns: commitment, plan, theme; scale, status, progress, observed_on, document: NULL where the
--   assessor has not said anything, so that no commitment drops out.
CREATE MACRO standing(the_assessor, the_day) AS TABLE
SELECT
    commitment.commitment,
    commitment.plan,
    commitment.theme,
    latest.scale,
    latest.status,
    latest.progress,
    latest.observed_on,
    latest.document
FROM commitment
LEFT JOIN (
    SELECT *
    FROM assessment
    WHERE
        assessor = the_assessor
        AND kind = 'implementation'
        AND (the_day IS NULL OR observed_on <= the_day)
    QUALIFY row_number() OVER (
        PARTITION BY commitment
        ORDER BY
            coalesce(observed_on, known_after) DESC NULLS LAST, observed_on DESC NULLS FIRST, scale ASC
    ) = 1
) AS latest USING (commitment);
