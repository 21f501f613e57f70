-- Purpose: years of what does not come as a source's own file with a year in each row: of forms that
--   came and of invented ones; and those that an action plan runs through.
INSERT INTO source_year
SELECT source, year
FROM (
    SELECT source, year
    FROM submission
    WHERE source IS NOT NULL
    UNION
    SELECT source, unnest(range(start_year, end_year + 1)) FROM action_plan
)
SEMI JOIN source USING (source)
EXCEPT
SELECT source, year FROM source_year;
