-- Purpose: residents of every municipality and year without gaps.
-- Columns: residents: persons at 1 January; estimated: not published but interpolated;
--   crosses_census: interpolated between a year published before a census and one after it.
CREATE TABLE population (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    residents INTEGER NOT NULL,
    estimated BOOLEAN NOT NULL,
    crosses_census BOOLEAN NOT NULL
);
