-- Purpose: words like one that nothing has, as when it is mistyped.
-- Parameters: $sought: as in serving.search_item; $word: folded.
-- Columns: word: up to three, the most alike first, with the same first letter and about as long.
SELECT word
FROM serving.search_term
WHERE
    sought = $sought
    AND word >= left($word, 1)
    AND word < left($word, 1) || '~'
    AND length(word) BETWEEN length($word) - 2 AND length($word) + 3
    AND jaro_winkler_similarity(word, $word) >= 0.88
ORDER BY jaro_winkler_similarity(word, $word) DESC, items DESC, word ASC
LIMIT 3;
