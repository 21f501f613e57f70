-- Purpose: which items have which word, so that all items with a word, or the beginning of one, are one stretch.
-- Columns: term: of serving.search_term; item, demo: of serving.search_item.
-- Order: term, item.
CREATE TABLE serving.search_word AS
WITH said AS (
    SELECT DISTINCT sought, unnest(string_split(words, ' ')) AS word, item, demo
    FROM serving.search_item
)

SELECT search_term.term, said.item, said.demo
FROM said
JOIN serving.search_term USING (sought, word)
ORDER BY search_term.term, said.item;
