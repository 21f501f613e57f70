-- Purpose: the items with one of some words.
-- Parameters: $first, $last: numbers of serving.search_term; $least, $greatest: false and true for all, both false for
--   the real ones, both true for the invented ones; $most: rows.
-- Columns: item: the first ones; again for each word that it has.
-- Order: item.
SELECT item
FROM serving.search_word
WHERE term BETWEEN $first AND $last AND demo BETWEEN $least AND $greatest
ORDER BY item
LIMIT $most;
