-- Purpose: the files that figures were read from: accepted forms, tables that were imported or that the
--   project carries, and parts of transfers that were added up.
-- Columns: file: first 16 hexadecimal digits of the SHA-256 of its content, of a part of transfers of its
--   source, municipality and year; kind: 'form', 'table' or 'transfers'; name: of a table's file, of a
--   part's folder; NULL for a form, whose file is called as its sender liked; municipality, year: of a
--   form or part, NULL for a table; source: what it is of; received_on: when it came or was taken.
CREATE TABLE input_file (
    file VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR,
    municipality VARCHAR,
    year INTEGER,
    source VARCHAR NOT NULL,
    received_on DATE NOT NULL
);
