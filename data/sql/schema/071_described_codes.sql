-- Purpose: every column that holds codes of a list.
-- Columns: of_table, name: of the column; codes: the list.
CREATE VIEW described_codes AS
SELECT of_table, name, codes
FROM described_column
SEMI JOIN code ON code.list = described_column.codes;
