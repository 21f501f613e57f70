-- Purpose: the rules by which tables that others published were read.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.rules AS
SELECT
    source,
    file,
    line,
    "column" AS of_column,
    conditions,
    value,
    coalesce(why_lt, why_en) AS why_lt,
    coalesce(why_en, why_lt) AS why_en,
    rows,
    recipients,
    amount
FROM applied_rule
ORDER BY source, file, line;
