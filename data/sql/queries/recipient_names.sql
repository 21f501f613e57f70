-- Purpose: what legal entities are called.
-- Parameters: $codes: theirs, parted by spaces.
-- Columns: code, name: NULL where only the code is known.
SELECT code, name
FROM entity
WHERE code IN (SELECT unnest(string_split($codes, ' ')));
