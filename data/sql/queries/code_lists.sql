-- Purpose: every code list.
-- Columns: list; codes: in the list's own order.
SELECT list, list(code ORDER BY position) AS codes
FROM code
GROUP BY list
ORDER BY list;
