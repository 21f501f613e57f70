-- Purpose: the sections of the action plans.
-- Columns: as data/tidy/columns.csv tells them; title: ours where no source has one in either language, the other
--   language's where only that one does.
CREATE VIEW tidy.sections AS
SELECT
    plan_section.plan,
    plan_section.section,
    plan_section.kind,
    kinds.label_lt AS kind_name_lt,
    kinds.label_en AS kind_name_en,
    coalesce(title_lt, working_lt, title_en, working_en) AS title_lt,
    coalesce(title_en, working_en, title_lt, working_lt) AS title_en,
    title_lt IS NULL AND working_lt IS NOT NULL AS title_ours_lt,
    title_en IS NULL AND working_en IS NOT NULL AS title_ours_en
FROM plan_section
JOIN code AS kinds ON kinds.list = 'section_kind' AND kinds.code = plan_section.kind
ORDER BY
    plan_section.plan::INTEGER,
    list_position(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'], plan_section.section),
    plan_section.section;
