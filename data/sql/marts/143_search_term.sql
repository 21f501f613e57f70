-- Purpose: every word once, but for the numbers, among which nothing is near anything.
-- Columns: sought, word; items: how many have it.
-- Order: sought, word.
CREATE TABLE serving.search_term AS
SELECT sought, word, count(*)::INTEGER AS items
FROM serving.search_word
WHERE NOT regexp_full_match(word, '[0-9]+')
GROUP BY sought, word
ORDER BY sought, word;
