-- Purpose: consumer prices of every year for which they are published.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.prices AS
SELECT
    year,
    price_index
FROM price_index
ORDER BY year;
