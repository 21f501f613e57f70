-- Purpose: every column whose figures have a least or a greatest value.
-- Columns: of_table, name: of the column; minimum, maximum: NULL where it has none.
CREATE VIEW described_bound AS
SELECT of_table, name, minimum, maximum
FROM described_column
WHERE minimum IS NOT NULL OR maximum IS NOT NULL;
