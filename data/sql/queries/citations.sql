-- Purpose: which documents speak of which plan and commitment.
-- Columns: plan, commitment (NULL: the plan itself), document.
SELECT plan_citation.*
FROM plan_citation
LEFT JOIN commitment_order USING (commitment)
ORDER BY plan::INTEGER, place NULLS FIRST, plan_citation.rowid;
