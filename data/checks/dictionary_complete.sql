-- A row: a table or column that the dictionary does not describe, or a line of the dictionary about
-- one that is not there or about a code list that is not known.
-- LT: Duomenų žodyne aprašyta kiekviena lentelė ir kiekvienas stulpelis, ir nieko daugiau.
-- EN: The data dictionary describes every table and every column, and nothing else.
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
SELECT 'not there', dictionary_column.of_table, dictionary_column.name
FROM dictionary_column
ANTI JOIN described_column AS found
    ON dictionary_column.name = found.name
    AND dictionary_column.of_table IN (found.of_table, '*')
UNION ALL
SELECT 'codes not known', dictionary_column.of_table, dictionary_column.name
FROM dictionary_column
ANTI JOIN code ON code.list = dictionary_column.codes
ANTI JOIN present ON present.name = dictionary_column.codes
WHERE dictionary_column.codes IS NOT NULL
ORDER BY ALL;
