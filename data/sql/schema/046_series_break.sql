-- Purpose: municipality-years whose figures cannot be compared with others.
-- Columns: scope: a group of indicators, or 'all'.
CREATE TABLE series_break (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    scope VARCHAR NOT NULL,
    note_lt VARCHAR NOT NULL,
    note_en VARCHAR NOT NULL
);
