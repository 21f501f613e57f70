-- Purpose: residents as published; years without a publication are absent.
-- Columns: residents: persons at 1 January.
CREATE TABLE raw.population (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    residents INTEGER NOT NULL
);
