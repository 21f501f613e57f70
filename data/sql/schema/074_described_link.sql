-- Purpose: every column that holds addresses of pages, which its name tells.
-- Columns: of_table, name: of the column.
CREATE VIEW described_link AS
SELECT of_table, name
FROM described_column
WHERE regexp_matches(name, '(^|_)(link|url)$');
