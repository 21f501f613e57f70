-- Purpose: where the competitions of a municipality and year have their pages.
-- Parameters: $begins: how their keys begin, e.g. '53-2024-'; $ends: what comes after all of them, '53-2024.'.
-- Columns: competition: what it is called in payments; key: the end of its address.
SELECT competition, key
FROM serving.competition
WHERE key >= $begins AND key < $ends
ORDER BY key;
