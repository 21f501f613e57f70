-- Purpose: where columns of the form stand in some files.
-- Parameters: $files: list of files.
-- Columns: as in table input_place.
SELECT file, sheet, "column", sheet_name, place
FROM input_place
WHERE list_contains($files, file)
ORDER BY file, sheet, "column";
