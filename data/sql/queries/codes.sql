-- Purpose: one code list in its own order.
-- Parameters: $list.
-- Columns: code, label_lt, label_en; offered: in forms and menus.
SELECT code, label_lt, label_en, offered
FROM code
WHERE list = $list
ORDER BY position;
