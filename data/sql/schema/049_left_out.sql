-- Purpose: what of tables that others published was left out, and why.
-- Grain: source, sheet, reason, year.
-- Columns: reason: id in the rules file; why_lt, why_en: in words; rows; amount: euros.
CREATE TABLE left_out (
    source VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    why_lt VARCHAR NOT NULL,
    why_en VARCHAR NOT NULL,
    rows INTEGER NOT NULL,
    amount DECIMAL(18, 2) NOT NULL
);
