-- Purpose: what builds changed, the newest first; of each build, municipality and kind the first ones.
-- Parameters: $municipality: code, or '' for all and for what is of none; $kind: of code list change_kind, or
--   '' for all; $each: how many of a build, municipality and kind; $most: how many in all.
-- Columns: as of change.
SELECT *
FROM change
WHERE $municipality IN ('', municipality) AND $kind IN ('', kind)
QUALIFY
    row_number() OVER (
        PARTITION BY data_version, former_version, built_at, municipality, kind
        ORDER BY number
    ) <= $each
ORDER BY number
LIMIT $most;
