-- Purpose: the data dictionary: every table and column in the order to show them in.
-- Columns: title_lt, title_en, grain_lt, grain_en, key: of the table; of_table, name, position, type,
--   required, rows, unit, codes, refers_to, minimum, maximum, about_lt, about_en: of the column, as
--   in described_column.
SELECT
    dictionary_table.title_lt,
    dictionary_table.title_en,
    dictionary_table.grain_lt,
    dictionary_table.grain_en,
    dictionary_table.key,
    described_column.*
FROM dictionary_table
JOIN described_column ON described_column.of_table = dictionary_table.name
ORDER BY dictionary_table.rowid, described_column.position;
