-- Purpose: how many items have a word that begins as asked, so that the rarest is looked up first.
-- Parameters: $sought: as in serving.search_item; $word: the beginning of a word, folded.
-- Columns: items: 0 where no word begins so; numbers are not counted.
SELECT coalesce(sum(items), 0)::INTEGER AS items
FROM serving.search_term
WHERE sought = $sought AND word >= $word AND word < $word || '~';
