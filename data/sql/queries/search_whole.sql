-- Purpose: the items whose whole name or code is what is asked for, in whatever order of its words.
-- Parameters: $sought, $demo, $most: as in search_items; $text.
-- Columns: item.
-- Order: item.
SELECT item
FROM serving.search_whole
WHERE
    sought = $sought AND mark = whole_mark($text) AND demo = $demo
ORDER BY item
LIMIT $most;
