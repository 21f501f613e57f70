-- Purpose: note the years that a source's file has rows of.
-- Parameters: $source: its id; $years: those years.
INSERT INTO source_year
SELECT $source, unnest($years::INTEGER[])
EXCEPT
SELECT source, year FROM source_year;
