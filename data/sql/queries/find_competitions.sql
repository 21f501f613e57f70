-- Purpose: competitions whose name has all of some words; to be replaced by a quick one.
-- Parameters: words: folded, parted by spaces; most: rows at most.
-- Columns: key: municipality, year and competition; name; detail: year.
SELECT
    municipality || '-' || year || '-' || lower(competition) AS key,
    competition AS name,
    year AS detail
FROM competition
WHERE len(list_filter(string_split($words, ' '), lambda word: contains(lower(strip_accents(competition)), word))) = len(string_split($words, ' '))
ORDER BY year DESC, municipality, competition
LIMIT $most;
