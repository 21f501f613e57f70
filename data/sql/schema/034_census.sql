-- Purpose: residents as a census counted them, where that is known; no indicator rests on it.
-- Columns: residents: persons on 1 January.
CREATE TABLE census (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    residents INTEGER NOT NULL
);
