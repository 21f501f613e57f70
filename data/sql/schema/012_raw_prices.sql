-- Purpose: consumer price inflation as published.
-- Columns: inflation_pct: change of the year's average prices on the year before, per cent.
CREATE TABLE raw.prices (
    year INTEGER NOT NULL,
    inflation_pct DECIMAL(9, 4) NOT NULL
);
