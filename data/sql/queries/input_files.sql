-- Purpose: the files that figures were read from.
-- Columns: as in table input_file.
SELECT file, kind, name, municipality, year, source, received_on
FROM input_file
ORDER BY kind, municipality, year, name, file;
