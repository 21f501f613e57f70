-- Purpose: the items whose whole name or code is what is asked for, in whatever order of its words.
-- Parameters: $sought, $least, $greatest, $most: as in search_items; $text.
-- Columns: item.
-- Order: item.
SELECT item
FROM serving.search_whole
WHERE
    sought = $sought AND mark = whole_mark($text) AND demo BETWEEN $least AND $greatest
ORDER BY item
LIMIT $most;
