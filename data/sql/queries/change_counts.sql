-- Purpose: how much each build changed, the newest first, by municipality and kind.
-- Parameters: $municipality: code, or '' for all and for what is of none; $kind: of code list change_kind, or
--   '' for all.
-- Columns: data_version, former_version, built_at: of the build; municipality: NULL for what is of none;
--   kind; changes: how many, those that are not listed too; demo: some of them are of invented figures.
SELECT
    data_version,
    former_version,
    built_at,
    municipality,
    kind,
    coalesce(max(figures), count(*))::INTEGER AS changes,
    bool_or(coalesce(after_demo, before_demo)) AS demo
FROM change
WHERE $municipality IN ('', municipality) AND $kind IN ('', kind)
GROUP BY data_version, former_version, built_at, municipality, kind
ORDER BY min(number);
