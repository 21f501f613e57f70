-- Purpose: why rows of tables that others published were left out.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.left_out AS
SELECT
    source,
    sheet,
    reason,
    year,
    why_lt,
    why_en,
    rows,
    amount
FROM main.left_out
ORDER BY source, sheet, reason, year;
