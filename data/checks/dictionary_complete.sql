-- A row: a table or column that the dictionary does not describe, a table without a key, or a line of
-- the dictionary about a table, column, key, code list or reference that is not there.
-- LT: Duomenų žodyne aprašyta kiekviena lentelė su savo raktu ir kiekvienas stulpelis, ir nieko
--     daugiau.
-- EN: The data dictionary describes every table with its key and every column, and nothing else.
WITH present AS (
    SELECT DISTINCT of_table AS name FROM described_column
)

SELECT 'not described' AS problem, of_table, name
FROM described_column
WHERE about_lt IS NULL
UNION ALL
SELECT 'not described', name, NULL
FROM present
ANTI JOIN dictionary_table USING (name)
UNION ALL
SELECT 'not there', name, NULL
FROM dictionary_table
ANTI JOIN present USING (name)
UNION ALL
SELECT 'no key, or one of columns that are not there', name, dictionary_table.key
FROM dictionary_table
SEMI JOIN present USING (name)
ANTI JOIN described_key ON described_key.of_table = dictionary_table.name
UNION ALL
SELECT 'not there', dictionary_column.of_table, dictionary_column.name
FROM dictionary_column
ANTI JOIN described_column AS found
    ON dictionary_column.name = found.name
    AND dictionary_column.of_table IN (found.of_table, '*')
UNION ALL
SELECT 'codes not known', of_table, name
FROM described_column
ANTI JOIN described_codes USING (of_table, name)
WHERE codes IS NOT NULL
UNION ALL
SELECT 'refers to no table with a key of one column', of_table, name
FROM described_column
ANTI JOIN described_reference USING (of_table, name)
WHERE refers_to IS NOT NULL
ORDER BY ALL;
