-- Purpose: consumer prices of each published year.
-- Columns: price_index: year average, the first reporting year = 100.
CREATE TABLE price_index (
    year INTEGER PRIMARY KEY,
    price_index DECIMAL(9, 4) NOT NULL
);
