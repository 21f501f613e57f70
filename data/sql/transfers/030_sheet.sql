-- Purpose: transfers added up, as the rows of the form's sheet of allocations.
-- Reads: summed.
-- Columns: of the sheet; from_file, from_rows: NULL, as thousands of rows of several files made one.
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
    NULL::VARCHAR AS from_file,
    NULL::VARCHAR AS from_rows
FROM summed
ORDER BY ALL;
