-- Purpose: how many commitments of each plan, institution or theme stand where.
-- Parameters: $by: 'plan', 'institution' or 'theme'; $assessor, $day: as in standing.
-- Columns: group: a plan or a code, NULL where no source names an institution; status, status_lt,
--   status_en, progress: NULL for commitments not assessed; count; of: all commitments of the
--   group, so that none drops out; share: count of `of`, per cent. A commitment of several
--   institutions counts in each.
WITH grouped AS (
    SELECT
        stand.scale,
        stand.status,
        stand.progress,
        CASE $by
            WHEN 'plan' THEN stand.plan
            WHEN 'theme' THEN stand.theme
            WHEN 'institution' THEN institution
        END AS "group"
    FROM standing($assessor, $day::DATE) AS stand
    LEFT JOIN commitment_institution
        ON $by = 'institution' AND commitment_institution.commitment = stand.commitment
),

counted AS (
    SELECT "group", scale, status, progress, count(*) AS count
    FROM grouped
    GROUP BY ALL
),

of_all AS (
    SELECT *, sum(count) OVER (PARTITION BY "group")::INTEGER AS of
    FROM counted
)

SELECT
    of_all."group",
    of_all.status,
    said.label_lt AS status_lt,
    said.label_en AS status_en,
    of_all.progress,
    of_all.count,
    of_all.of,
    100 * of_all.count / of_all.of AS share
FROM of_all
LEFT JOIN status_scale USING (scale, status)
LEFT JOIN code AS said ON said.list = 'commitment_status' AND said.code = of_all.status
LEFT JOIN code AS named
    ON named.list = if($by = 'theme', 'commitment_theme', $by) AND named.code = of_all."group"
ORDER BY
    if($by = 'plan', of_all."group"::INTEGER, named.position) NULLS LAST,
    status_scale.position NULLS LAST,
    of_all.scale;
