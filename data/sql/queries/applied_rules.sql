-- Purpose: the rules that gave values to the rows of tables that others published.
-- Columns: as in the table applied_rule; in the order in which they are tried.
SELECT *
FROM applied_rule
ORDER BY source, file, line;
