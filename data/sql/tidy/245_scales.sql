-- Purpose: the scales on which commitments are assessed, and the statuses of each in their order.
-- Columns: as data/tidy/columns.csv tells them; progress: NULL where the word does not tell; assessors: codes, parted by
--   spaces.
CREATE VIEW tidy.scales AS
SELECT
    status_scale.scale,
    scales.label_lt AS scale_name_lt,
    scales.label_en AS scale_name_en,
    commitment_scale.kind,
    commitment_scale.assessors,
    status_scale.position,
    status_scale.status,
    states.label_lt AS status_name_lt,
    states.label_en AS status_name_en,
    status_scale.progress,
    commitment_scale.about_lt,
    commitment_scale.about_en
FROM status_scale
JOIN commitment_scale ON commitment_scale.scale = status_scale.scale
JOIN code AS scales ON scales.list = 'commitment_scale' AND scales.code = status_scale.scale
JOIN code AS states ON states.list = 'commitment_status' AND states.code = status_scale.status
ORDER BY scales.position, status_scale.position;
