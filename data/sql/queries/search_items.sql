-- Purpose: the items with a word that begins as asked.
-- Parameters: $sought: as in serving.search_item; $demo: invented ones, or real ones; $word: the beginning, folded;
--   $most: rows.
-- Columns: item: the first ones; again for each word that begins so.
-- Order: item.
SELECT item
FROM serving.search_word
WHERE sought = $sought AND word >= $word AND word < $word || '~' AND demo = $demo
ORDER BY item
LIMIT $most;
