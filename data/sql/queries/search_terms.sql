-- Purpose: the words that begin as asked, as a range of numbers, and how many items have them.
-- Parameters: $sought: as in serving.search_item; $word: the beginning of a word, folded.
-- Columns: items: 0 where no word begins so; first, last: numbers of serving.search_term.
SELECT
    coalesce(sum(items), 0)::INTEGER AS items,
    coalesce(min(term), 0) AS first,
    coalesce(max(term), -1) AS last
FROM serving.search_term
WHERE sought = $sought AND word >= $word AND word < $word || '~';
