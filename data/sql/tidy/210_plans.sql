-- Purpose: the Open Government action plans, oldest first.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.plans AS
SELECT
    action_plan.plan,
    action_plan.title_lt,
    action_plan.title_en,
    action_plan.start_year,
    action_plan.end_year,
    action_plan.state,
    states.label_lt AS state_name_lt,
    states.label_en AS state_name_en,
    action_plan.published,
    coalesce(made.commitments, 0) AS commitments,
    coalesce(action_plan.note_lt, action_plan.note_en) AS note_lt,
    coalesce(action_plan.note_en, action_plan.note_lt) AS note_en,
    action_plan.source
FROM action_plan
JOIN code AS states ON states.list = 'plan_state' AND states.code = action_plan.state
LEFT JOIN (SELECT plan, count(*)::INTEGER AS commitments FROM commitment GROUP BY plan) AS made
    ON made.plan = action_plan.plan
ORDER BY action_plan.plan::INTEGER;
