-- Purpose: what builds changed, the newest first.
-- Columns: as data/tidy/columns.csv tells them; before, after: states, numbers or days as text.
CREATE VIEW tidy.changes AS
SELECT
    told.number,
    told.data_version AS version,
    told.former_version AS former,
    told.built_at,
    told.kind,
    kinds.label_lt AS kind_name_lt,
    kinds.label_en AS kind_name_en,
    told.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    told.year,
    told.indicator,
    told.area,
    told.subject,
    told.title_lt,
    told.title_en,
    told.detail,
    told.before,
    told.after,
    told.before_numerator,
    told.before_denominator,
    told.after_numerator,
    told.after_denominator,
    coalesce(told.before_demo, told.after_demo, FALSE) OR coalesce(told.after_demo, FALSE) AS demo,
    told.figures
FROM "change" AS told
JOIN code AS kinds ON kinds.list = 'change_kind' AND kinds.code = told.kind
LEFT JOIN municipality ON municipality.code = told.municipality
ORDER BY told.number;
