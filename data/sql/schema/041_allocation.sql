-- Purpose: money that a municipality gave an entity in a year.
-- Grain: municipality, year, entity, area, mode, programme, financing.
-- Columns: programme, financing: NULL where a published table does not tell them; planned, revised,
--   executed: euros, the first two NULL where they are not told; kind: code list recipient_kind, what the municipality's
--   form says that the entity is, or else what the list of entities does;
--   users: people served with it, NULL where not known.
-- from_file, from_rows: of which input_file, and which rows of its sheet; NULL where it is invented.
CREATE TABLE allocation (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    entity VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    programme VARCHAR,
    financing VARCHAR,
    planned DECIMAL(14, 2),
    revised DECIMAL(14, 2),
    executed DECIMAL(14, 2) NOT NULL,
    kind VARCHAR DEFAULT NULL,
    users INTEGER DEFAULT NULL,
    from_file VARCHAR DEFAULT NULL,
    from_rows VARCHAR DEFAULT NULL
);
