-- Purpose: every word of names and codes once, by number, so that the words that begin alike are a range of numbers.
-- Columns: term: its number, in alphabetical order within sought; sought: of serving.search_item; word: folded; items:
--   how many have it.
-- Order: term.
CREATE TABLE serving.search_term AS
WITH said AS (
    SELECT DISTINCT sought, unnest(string_split(words, ' ')) AS word, item
    FROM serving.search_item
)

SELECT
    row_number() OVER (ORDER BY sought, word)::INTEGER AS term,
    sought,
    word,
    count(*)::INTEGER AS items
FROM said
GROUP BY sought, word
ORDER BY term;
