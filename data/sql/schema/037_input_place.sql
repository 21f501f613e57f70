-- Purpose: where in a file each column of a sheet stands.
-- Columns: sheet: of the form, e.g. allocations; sheet_name: what the file calls it; column: of the form;
--   place: letters of its column, e.g. E; where a sheet has one record, its cell, e.g. C7. A column that
--   several maps find in several places of one table has no row.
CREATE TABLE input_place (
    file VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    "column" VARCHAR NOT NULL,
    sheet_name VARCHAR NOT NULL,
    place VARCHAR NOT NULL
);
