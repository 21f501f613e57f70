-- Purpose: grants from lists that municipalities publish: who was awarded how much, for what.
-- Grain: municipality, year, number.
-- Columns: number: of the row in the municipality's list of that year, as lists need not have ids of
--   their own; awarded, requested: euros; title: of the project; mode: NULL where the list does not
--   say how it was awarded; reference: the list's own id; link: to the decision or the list. What a
--   list does not tell is NULL.
-- from_file, from_rows: of which input_file, and which rows of its sheet; NULL where it is invented.
CREATE TABLE award (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    entity VARCHAR NOT NULL,
    title VARCHAR,
    programme VARCHAR,
    area VARCHAR,
    mode VARCHAR,
    awarded DECIMAL(14, 2) NOT NULL,
    requested DECIMAL(14, 2),
    awarded_on DATE,
    reference VARCHAR,
    link VARCHAR,
    from_file VARCHAR DEFAULT NULL,
    from_rows VARCHAR DEFAULT NULL
);
