-- Purpose: the action plans, oldest first, with how many commitments of each are here.
-- Columns: plan, start_year, end_year (NULL where not known), title_lt, title_en, source,
--   commitments.
SELECT
    action_plan.*,
    (SELECT count(*) FROM commitment WHERE commitment.plan = action_plan.plan) AS commitments
FROM action_plan
ORDER BY plan;
