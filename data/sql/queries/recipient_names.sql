-- Purpose: what legal entities are called.
-- Parameters: $codes: theirs, parted by spaces.
-- Columns: code, name: NULL where only the code is known.
SELECT code, name
FROM entity
WHERE list_contains(string_split($codes, ' '), code);
