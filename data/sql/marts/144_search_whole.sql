-- Purpose: the item that a whole name in any order of its words, or a whole code, means.
-- Columns: sought, item, demo: of serving.search_item; mark: hash of the words in alphabetical order.
-- Order: sought, mark.
CREATE TABLE serving.search_whole AS
SELECT DISTINCT sought, whole_mark(said) AS mark, item, demo
FROM (
    SELECT sought, item, demo, unnest([name, key]) AS said
    FROM serving.search_item
)
ORDER BY sought, mark, item;
