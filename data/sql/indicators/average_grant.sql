-- Purpose: how large the average grant of a competition was.
-- Rows: of competition, with numerator: euros awarded; denominator: applications funded (a year
--   without any has no average).
SELECT
    competition.*,
    awarded AS numerator,
    funded AS denominator,
    NULL AS once
FROM competition;
