-- Purpose: what each plan is divided into, in the plan's order.
-- Columns: plan, section, kind, title_lt, title_en (NULL where not translated), working_lt,
--   working_en (ours, where no source has one), commitments (how many say that they belong to it).
SELECT
    plan_section.*,
    (
        SELECT count(*)
        FROM commitment
        WHERE commitment.plan = plan_section.plan AND commitment.section = plan_section.section
    ) AS commitments
FROM plan_section
ORDER BY
    plan::INTEGER,
    list_position(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'], section),
    section;
