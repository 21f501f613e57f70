-- Purpose: the words of names and codes, so that all items with a word, or the beginning of one, are one stretch.
-- Columns: sought, item, demo: of serving.search_item; word: folded.
-- Order: sought, word, item.
CREATE TABLE serving.search_word AS
SELECT DISTINCT sought, unnest(string_split(words, ' ')) AS word, item, demo
FROM serving.search_item
ORDER BY sought, word, item;
