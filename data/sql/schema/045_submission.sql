-- Purpose: what became of each municipality's yearly form.
-- Grain: municipality, year; every one of them.
-- Columns: demo: it is invented, what became of it as well as the figures that came with it; source:
--   whose figures they are, NULL where none came; provisional: its amounts are payment requests, not
--   payments.
CREATE TABLE submission (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    received_on DATE,
    form_version VARCHAR,
    checksum VARCHAR,
    demo BOOLEAN NOT NULL,
    source VARCHAR DEFAULT NULL,
    provisional BOOLEAN NOT NULL DEFAULT FALSE
);
