-- Purpose: the files that figures were read from.
-- Columns: as data/tidy/columns.csv tells them; municipality, year: NULL for a table that somebody published.
CREATE VIEW tidy.files AS
SELECT
    file,
    kind,
    name,
    municipality,
    year,
    source,
    received_on
FROM input_file
ORDER BY received_on, file;
