-- Purpose: what was corrected by hand in this build.
-- Grain: correction, municipality, year that it touches.
-- Columns: correction: its name; "table", "column", key: what was corrected; before, after: as text,
--   NULL where empty; kind: 'real', or 'demo' where an invented figure was corrected;
--   municipality, year: NULL where it touches none in particular.
CREATE TABLE correction_applied (
    correction VARCHAR NOT NULL,
    "table" VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    "column" VARCHAR NOT NULL,
    before VARCHAR,
    after VARCHAR,
    reason VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    municipality VARCHAR,
    year INTEGER
);
