-- Purpose: every check that the data passed.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.checks AS
SELECT
    name AS "check",
    about_lt,
    about_en,
    rows_found
FROM check_result
ORDER BY name;
