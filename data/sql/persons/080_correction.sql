-- Purpose: a correction that speaks of a private person keeps that there was one, and nothing else.
-- Parameters: $code, $name: of the recipient that stands for all of them.
WITH said AS (
    SELECT
        rowid AS place,
        dense_rank() OVER (ORDER BY correction) AS number
    FROM correction_applied
    WHERE
        regexp_extract(key, '(?:entity|code|provider) *= *([^; ]+)', 1)
        IN (SELECT code FROM private_person)
        OR before IN (SELECT code FROM private_person)
        OR after IN (SELECT code FROM private_person)
        OR (kind = 'real' AND "column" = 'name' AND (private_name(before) OR private_name(after)))
)

UPDATE correction_applied
SET
    correction = $code || '-' || said.number,
    key = 'code=' || $code,
    before = NULL,
    after = NULL,
    reason = $name
FROM said
WHERE correction_applied.rowid = said.place;
