-- Purpose: what each column holds.
-- Columns: of_table: a table's name, or '*' for every table that has no line of its own for such a
--   column; unit: of its figures; codes: the code list, or the table, that its codes are in.
CREATE TABLE dictionary_column (
    of_table VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    unit VARCHAR,
    codes VARCHAR,
    about_lt VARCHAR NOT NULL,
    about_en VARCHAR NOT NULL,
    PRIMARY KEY (of_table, name)
);
