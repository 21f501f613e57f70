-- Purpose: note the years that a source's file has rows of.
-- Parameters: $source: its id; $of_table: the table that the file was loaded into, with a column year.
INSERT INTO source_year
SELECT DISTINCT $source, loaded['year'] FROM query_table($of_table) AS loaded
EXCEPT
SELECT source, year FROM source_year;
