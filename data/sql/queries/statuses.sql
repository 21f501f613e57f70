-- Purpose: everything that an assessor ever said of a commitment.
-- Columns: commitment, plan, assessor, scale, kind, status, status_lt, status_en, position,
--   progress, observed_on (NULL: date not given), known_after (a day that an observation
--   without a date is known to follow), sequence, note_lt, note_en, evidence, obstacle,
--   deadline_original, deadline_revised, finished_on; document, document_title, publisher, url,
--   published_on, retrieved: where it is written.
SELECT
    assessment.commitment,
    assessment.plan,
    assessment.assessor,
    assessment.scale,
    assessment.kind,
    assessment.status,
    label_lt AS status_lt,
    label_en AS status_en,
    assessment.position,
    assessment.progress,
    assessment.observed_on,
    assessment.known_after,
    assessment.sequence,
    assessment.note_lt,
    assessment.note_en,
    assessment.evidence,
    assessment.obstacle,
    assessment.deadline_original,
    assessment.deadline_revised,
    assessment.finished_on,
    document,
    plan_document.title AS document_title,
    plan_document.publisher,
    plan_document.url,
    plan_document.published_on,
    plan_document.retrieved
FROM assessment
JOIN commitment_order USING (commitment)
JOIN plan_document USING (document)
JOIN code ON list = 'commitment_status' AND code = status
ORDER BY place, assessor, kind, scale, sequence;
