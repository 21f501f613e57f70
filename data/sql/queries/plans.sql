-- Purpose: the action plans, oldest first.
-- Columns: plan, start_year, end_year (NULL where not known), title_lt, title_en, state, published
--   (how many commitments its source says it has), commitments (how many are here), note_lt,
--   note_en, source.
SELECT
    plan,
    start_year,
    end_year,
    title_lt,
    title_en,
    state,
    published,
    (SELECT count(*) FROM commitment WHERE commitment.plan = action_plan.plan) AS commitments,
    note_lt,
    note_en,
    source
FROM action_plan
ORDER BY plan::INTEGER;
