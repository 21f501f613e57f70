-- Purpose: where every figure comes from, under which licence, since when, real or demo.
-- Columns: yields_to: the source whose gaps it fills, whose own rows go before its; else NULL.
CREATE TABLE source (
    source VARCHAR PRIMARY KEY,
    title_lt VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    url VARCHAR,
    licence_lt VARCHAR NOT NULL,
    licence_en VARCHAR NOT NULL,
    retrieved DATE NOT NULL,
    kind VARCHAR NOT NULL,
    note_lt VARCHAR,
    note_en VARCHAR,
    yields_to VARCHAR
);
