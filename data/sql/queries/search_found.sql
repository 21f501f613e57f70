-- Purpose: what is shown of items that were found.
-- Parameters: $sought: as in serving.search_item; $items: their numbers, with commas between.
-- Columns: of serving.search_item.
-- Order: item.
SELECT
    item,
    key,
    name,
    coalesce(detail, '') AS detail,
    municipality,
    coalesce(year, 0) AS year,
    demo,
    money::DOUBLE AS money,
    words
FROM serving.search_item
WHERE sought = $sought AND item IN (SELECT unnest(string_split($items, ','))::INTEGER)
ORDER BY item;
