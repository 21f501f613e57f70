-- Purpose: what this build changed goes into the list: municipalities first, each in its kinds' order.
INSERT INTO change BY NAME
SELECT
    row_number() OVER (
        ORDER BY
            municipality.sort_lt ASC NULLS LAST,
            code.position ASC,
            found_change.area <> 'all',
            found_change.year DESC,
            found_change.indicator ASC,
            found_change.area ASC,
            found_change.subject ASC,
            found_change.detail ASC,
            found_change.after ASC
    ) AS number,
    build.data_version,
    was.data_version AS former_version,
    build.built_at,
    found_change.*
FROM found_change
CROSS JOIN build
CROSS JOIN former.build AS was
JOIN code ON code.list = 'change_kind' AND code.code = found_change.kind
LEFT JOIN municipality ON municipality.code = found_change.municipality;
