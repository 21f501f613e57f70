-- Purpose: recipients whose name or code has all of some words; to be replaced by a quick one.
-- Parameters: words: folded, parted by spaces; most: rows at most.
-- Columns: key: code of the entity; name; detail: the code.
SELECT
    code AS key,
    name,
    code AS detail
FROM entity
WHERE
    name IS NOT NULL
    AND code <> 'private'
    AND len(list_filter(string_split($words, ' '), lambda word: contains(lower(strip_accents(name || ' ' || code)), word))) = len(string_split($words, ' '))
ORDER BY name, code
LIMIT $most;
