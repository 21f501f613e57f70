-- Purpose: the items with a word that begins as asked, and another that begins as asked too.
-- Parameters: $sought, $least, $greatest, $word, $most: as in search_items; $other: the beginning of the other word, which is not the rarer one.
-- Columns: item: the first ones; again for each word that begins as $word.
-- Order: item.
SELECT item
FROM serving.search_word
WHERE
    sought = $sought
    AND word >= $word
    AND word < $word || '~'
    AND demo BETWEEN $least AND $greatest
    AND item IN (
        SELECT item
        FROM serving.search_word
        WHERE sought = $sought AND word >= $other AND word < $other || '~'
    )
ORDER BY item
LIMIT $most;
