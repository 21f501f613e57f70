-- Purpose: what tables that others published come to, and how much of it was taken in and left out.
-- Columns: as data/tidy/columns.csv tells them; amount = taken + left_out.
CREATE VIEW tidy.published AS
SELECT
    published_total.source,
    published_total.sheet,
    published_total.year,
    published_total.amount,
    published_total.taken,
    published_total.taken_rows,
    published_total.amount - published_total.taken AS left_out
FROM published_total
ORDER BY published_total.source, published_total.sheet, published_total.year;
