-- Purpose: everything that an assessor ever said of a commitment.
-- Columns: as data/tidy/columns.csv tells them; observed_on: NULL where no date is given, known_after then a day
--   that the observation is known to follow.
CREATE VIEW tidy.statuses AS
SELECT
    assessment.commitment,
    assessment.plan,
    assessment.assessor,
    assessors.label_lt AS assessor_name_lt,
    assessors.label_en AS assessor_name_en,
    assessment.scale,
    scales.label_lt AS scale_name_lt,
    scales.label_en AS scale_name_en,
    assessment.kind,
    assessment.sequence::INTEGER AS sequence,
    assessment.status,
    states.label_lt AS status_name_lt,
    states.label_en AS status_name_en,
    assessment.progress,
    assessment.observed_on,
    assessment.known_after,
    coalesce(assessment.note_lt, assessment.note_en) AS note_lt,
    coalesce(assessment.note_en, assessment.note_lt) AS note_en,
    assessment.evidence,
    assessment.obstacle,
    obstacles.label_lt AS obstacle_name_lt,
    obstacles.label_en AS obstacle_name_en,
    assessment.deadline_original,
    assessment.deadline_revised,
    assessment.finished_on,
    assessment.document,
    commitment.source
FROM assessment
JOIN commitment_order USING (commitment)
JOIN commitment USING (commitment)
JOIN code AS assessors ON assessors.list = 'assessor' AND assessors.code = assessment.assessor
JOIN code AS scales ON scales.list = 'commitment_scale' AND scales.code = assessment.scale
JOIN code AS states ON states.list = 'commitment_status' AND states.code = assessment.status
LEFT JOIN code AS obstacles ON obstacles.list = 'obstacle' AND obstacles.code = assessment.obstacle
ORDER BY
    commitment_order.place,
    assessment.assessor,
    assessment.kind,
    assessment.scale,
    assessment.sequence;
