-- Purpose: what each table of the database holds, for those who take the data away.
-- Columns: name: with its schema where that is not main; key: the columns, with spaces between, whose
--   values together are there only once; grain_lt, grain_en: what a row is.
-- Order: as it is to be shown.
CREATE TABLE dictionary_table (
    name VARCHAR PRIMARY KEY,
    key VARCHAR,
    title_lt VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    grain_lt VARCHAR NOT NULL,
    grain_en VARCHAR NOT NULL
);
