-- Purpose: one code list in its own order.
-- Parameters: $list.
-- Columns: code, label_lt, label_en.
SELECT code, label_lt, label_en
FROM code
WHERE list = $list
ORDER BY position;
