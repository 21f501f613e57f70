-- Purpose: the scales, their statuses, and the part done that each status stands for.
-- Columns: scale, kind, scale_lt, scale_en, about_lt, about_en, assessors, status, status_lt,
--   status_en, position, progress (0 to 1, NULL where it cannot be compared).
SELECT
    scale,
    commitment_scale.kind,
    named.label_lt AS scale_lt,
    named.label_en AS scale_en,
    commitment_scale.about_lt,
    commitment_scale.about_en,
    commitment_scale.assessors,
    status_scale.status,
    said.label_lt AS status_lt,
    said.label_en AS status_en,
    status_scale.position,
    status_scale.progress
FROM commitment_scale
JOIN status_scale USING (scale)
JOIN code AS named ON named.list = 'commitment_scale' AND named.code = scale
JOIN code AS said ON said.list = 'commitment_status' AND said.code = status
ORDER BY named.position, status_scale.position;
