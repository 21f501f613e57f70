-- Purpose: residents of every municipality and year without gaps.
-- Columns: residents: persons at 1 January; estimated: not published but interpolated.
CREATE TABLE population (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    residents INTEGER NOT NULL,
    estimated BOOLEAN NOT NULL
);
