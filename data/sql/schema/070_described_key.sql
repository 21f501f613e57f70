-- Purpose: the key of each table, as far as the dictionary gives one that the table has.
-- Columns: of_table; key: names of its columns.
CREATE VIEW described_key AS
SELECT name AS of_table, string_split(key, ' ') AS key
FROM dictionary_table
JOIN (
    SELECT of_table AS name, list(name) AS columns FROM described_column GROUP BY of_table
) AS found USING (name)
WHERE list_has_all(found.columns, string_split(key, ' '));
