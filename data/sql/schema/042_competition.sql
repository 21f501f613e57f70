-- Purpose: competitions that a municipality held for NGOs.
-- Grain: municipality, year, competition.
-- Columns: applications, funded: how many; budget, requested, awarded: euros; link: to the call or
--   its results. announced, budget, applications, requested: NULL where only the winners are known,
--   from a published list of grants.
-- from_file, from_rows: of which input_file, and which rows of its sheet; NULL where it is invented.
CREATE TABLE competition (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    competition VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    announced DATE,
    budget DECIMAL(14, 2),
    applications INTEGER,
    funded INTEGER NOT NULL,
    requested DECIMAL(14, 2),
    awarded DECIMAL(14, 2) NOT NULL,
    link VARCHAR DEFAULT NULL,
    from_file VARCHAR DEFAULT NULL,
    from_rows VARCHAR DEFAULT NULL
);
