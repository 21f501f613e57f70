-- Purpose: what tables that others published come to, and how much of it was taken in.
-- Grain: source, sheet, year.
-- Columns: sheet: of the form, or awards; amount: of the whole table (euros); taken: what of it passed
--   the checks and is in the database, unless a municipality's own form counts instead; rows: of the
--   table; taken_rows: what they became, repeated ones being added up.
CREATE TABLE published_total (
    source VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    taken DECIMAL(18, 2) NOT NULL,
    taken_rows INTEGER NOT NULL
);
