-- Purpose: money that a municipality gave an entity in a year.
-- Grain: municipality, year, entity, area, mode, programme, financing.
-- Columns: planned, revised, executed: euros.
CREATE TABLE allocation (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    entity VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    programme VARCHAR NOT NULL,
    financing VARCHAR NOT NULL,
    planned DECIMAL(14, 2) NOT NULL,
    revised DECIMAL(14, 2) NOT NULL,
    executed DECIMAL(14, 2) NOT NULL
);
