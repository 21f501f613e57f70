-- Purpose: why rows of tables that others published were left out.
-- Columns: source, sheet, reason, why_lt, why_en; rows; amount: euros; years: ascending.
SELECT
    source,
    sheet,
    reason,
    why_lt,
    why_en,
    sum(rows) AS rows,
    sum(amount) AS amount,
    list(year ORDER BY year) AS years
FROM left_out
GROUP BY ALL
ORDER BY source, sheet, reason;
