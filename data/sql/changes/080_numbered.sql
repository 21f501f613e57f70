-- Purpose: what this build changed goes into the list: municipalities first, each in its kinds' order.
INSERT INTO change BY NAME
SELECT
    row_number() OVER (
        ORDER BY
            municipality.sort_lt NULLS LAST,
            code.position,
            found_change.area <> 'all',
            found_change.year DESC,
            found_change.indicator,
            found_change.area,
            found_change.subject,
            found_change.detail,
            found_change.after
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
