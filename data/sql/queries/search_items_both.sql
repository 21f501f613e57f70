-- Purpose: the items with one of some words, and with one of some others.
-- Parameters: $first, $last, $least, $greatest, $most: as in search_items; $rare_first, $rare_last: numbers of the
--   others, which fewer items have.
-- Columns: item: the first ones; again for each of the commoner words that it has.
-- Order: item.
SELECT item
FROM serving.search_word
WHERE
    term BETWEEN $first AND $last
    AND demo BETWEEN $least AND $greatest
    AND item IN (
        SELECT rare.item
        FROM serving.search_word AS rare
        WHERE rare.term BETWEEN $rare_first AND $rare_last
    )
ORDER BY item
LIMIT $most;
