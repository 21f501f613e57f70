-- Purpose: remarks that were made or withdrawn; what they say stands beside the figures.
INSERT INTO found_change BY NAME
SELECT
    'remark' AS kind,
    now.municipality,
    now.year,
    now.indicator,
    now.remark AS subject,
    now.office AS detail,
    if(was.remark IS NULL, NULL, FALSE) AS before_demo,
    if(now.withdrawn_on IS NULL, FALSE, NULL) AS after_demo
FROM remark AS now
LEFT JOIN former.remark AS was USING (remark)
WHERE
    if(
        was.remark IS NULL,
        now.withdrawn_on IS NULL,
        was.withdrawn_on IS NULL AND now.withdrawn_on IS NOT NULL
    );
