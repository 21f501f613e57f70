-- Purpose: how many of the applications to competitions were funded.
-- Rows: of competition, with numerator: applications funded; denominator: applications received (a
--   year without any has no rate).
SELECT
    competition.*,
    funded AS numerator,
    applications AS denominator,
    NULL AS once
FROM competition;
