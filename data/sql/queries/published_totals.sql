-- Purpose: what tables that others published come to, and how much of it was taken in and left out.
-- Columns: source, sheet, year; amount, taken, left_out: euros; amount = taken + left_out.
SELECT
    published_total.source,
    published_total.sheet,
    published_total.year,
    published_total.amount,
    published_total.taken,
    coalesce(sum(left_out.amount), 0) AS left_out
FROM published_total
LEFT JOIN left_out USING (source, sheet, year)
GROUP BY ALL
ORDER BY published_total.source, published_total.sheet, published_total.year;
