-- Purpose: what each column holds, and what may stand in it.
-- Columns: of_table: a table's name, or '*' for every table that has no line of its own for such a
--   column; unit: of its figures; codes: the code list that its codes are in; refers_to: the table
--   whose key it holds; minimum, maximum: least and greatest figure that it may hold.
CREATE TABLE dictionary_column (
    of_table VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    unit VARCHAR,
    codes VARCHAR,
    refers_to VARCHAR,
    minimum DECIMAL(18, 2),
    maximum DECIMAL(18, 2),
    about_lt VARCHAR NOT NULL,
    about_en VARCHAR NOT NULL,
    PRIMARY KEY (of_table, name)
);
