-- Purpose: what the builds before changed stands after it, as many builds as are kept.
-- Parameters: kept: how many builds.
INSERT INTO change BY NAME
WITH dated AS (
    SELECT
        *,
        min(number) OVER (PARTITION BY data_version, former_version, built_at) AS first_number
    FROM former.change
),

ordered AS (
    SELECT
        * EXCLUDE (first_number),
        dense_rank() OVER (ORDER BY first_number) AS build_number
    FROM dated
)

SELECT
    * EXCLUDE (build_number)
    REPLACE ((number + (SELECT count(*) FROM found_change))::INTEGER AS number)
FROM ordered
WHERE build_number + (SELECT count(*) > 0 FROM found_change)::INTEGER <= $kept;
