-- Purpose: the years that municipalities report on (from the catalogue).
-- Columns: price_base: whether constant prices are prices of this year.
CREATE TABLE reporting_year (
    year INTEGER PRIMARY KEY,
    price_base BOOLEAN NOT NULL
);
