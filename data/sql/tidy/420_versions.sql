-- Purpose: the present version of the data, and the former ones that are still told of.
-- Columns: as data/tidy/columns.csv tells them; built_at: NULL of the oldest, of which only the name is known.
CREATE VIEW tidy.versions AS
WITH told AS (
    SELECT
        data_version,
        arg_max(former_version, built_at) AS former_version,
        max(built_at) AS built_at,
        count(*)::INTEGER AS changes
    FROM "change"
    GROUP BY data_version
),

named AS (
    SELECT data_version FROM build
    UNION
    SELECT data_version FROM told
    UNION
    SELECT former_version FROM told
)

SELECT
    named.data_version AS version,
    told.former_version AS former,
    coalesce(build.built_at, told.built_at) AS built_at,
    build.data_version IS NOT NULL AS present,
    coalesce(told.changes, 0) AS changes,
    build.content_checksum AS checksum
FROM named
LEFT JOIN told ON told.data_version = named.data_version
LEFT JOIN build ON build.data_version = named.data_version
ORDER BY present DESC, built_at DESC NULLS LAST, version ASC;
