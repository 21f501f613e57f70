-- Purpose: the items with a word that begins as asked.
-- Parameters: $sought: as in serving.search_item; $least, $greatest: false
--   and true for all, both false for the real ones, both true for the invented ones; $word: the beginning, folded;
--   $most: rows.
-- Columns: item: the first ones; again for each word that begins so.
-- Order: item.
SELECT item
FROM serving.search_word
WHERE sought = $sought AND word >= $word AND word < $word || '~' AND demo BETWEEN $least AND $greatest
ORDER BY item
LIMIT $most;
