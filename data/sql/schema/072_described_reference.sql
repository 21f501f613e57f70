-- Purpose: every column that holds the key of a table.
-- Columns: of_table, name: of the column; refers_to: the table, one whose key is a single column;
--   there: that column.
CREATE VIEW described_reference AS
SELECT
    described_column.of_table,
    described_column.name,
    described_column.refers_to,
    target.key[1] AS there
FROM described_column
JOIN described_key AS target
    ON target.of_table = described_column.refers_to AND len(target.key) = 1;
