-- Purpose: transfers added up, as the rows of the form's sheet of allocations.
-- Reads: summed.
-- Parameters: $source: id of the source.
-- Columns: of the sheet; from_file: stands for the part, whatever its files are called; from_rows: NULL, as thousands
--   of rows made one.
SELECT
    municipality,
    year,
    code,
    name,
    kind,
    area,
    mode,
    programme,
    financing,
    NULL::DECIMAL(14, 2) AS planned,
    NULL::DECIMAL(14, 2) AS revised,
    executed,
    NULL::INTEGER AS users,
    left(sha256(concat_ws('/', $source, municipality, year)), 16) AS from_file,
    NULL::VARCHAR AS from_rows
FROM summed
ORDER BY ALL;
