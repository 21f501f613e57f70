-- Purpose: which indicators each commitment should move, and how far.
-- Columns: commitment, indicator, unit, area, direction, target, target_year (NULL: nobody set
--   one), why_lt, why_en; document, document_title, publisher, url, retrieved: where the target is
--   written; plan, start_year, end_year.
SELECT
    promise.* EXCLUDE (document),
    promise.document,
    plan_document.title AS document_title,
    plan_document.publisher,
    plan_document.url,
    plan_document.retrieved,
    plan,
    action_plan.start_year,
    action_plan.end_year
FROM commitment_indicator AS promise
JOIN commitment_order USING (commitment)
JOIN commitment USING (commitment)
JOIN action_plan USING (plan)
LEFT JOIN plan_document USING (document)
ORDER BY place, promise.rowid;
