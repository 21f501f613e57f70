-- Purpose: corrections by hand that were made, changed or withdrawn; of values only numbers are kept, as
--   a corrected name may be one that is not to be shown any more.
INSERT INTO found_change BY NAME
SELECT
    'correction' AS kind,
    coalesce(now.municipality, was.municipality) AS municipality,
    coalesce(now.year, was.year) AS year,
    coalesce(now.correction, was.correction) AS subject,
    coalesce(now."table" || '.' || now."column", was."table" || '.' || was."column") AS detail,
    TRY_CAST(if(was.correction IS NULL, now.before, was.after) AS DECIMAL(18, 2)) AS before,
    TRY_CAST(now.after AS DECIMAL(18, 2)) AS after,
    was.kind = 'demo' AS before_demo,
    now.kind = 'demo' AS after_demo
FROM correction_applied AS now
FULL JOIN former.correction_applied AS was
    ON now.correction = was.correction
    AND now.municipality IS NOT DISTINCT FROM was.municipality
    AND now.year IS NOT DISTINCT FROM was.year
WHERE now.after IS DISTINCT FROM was.after OR was.correction IS NULL OR now.correction IS NULL;
