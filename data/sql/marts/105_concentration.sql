-- Purpose: how few of a list's recipients got half of what was paid to all of them.
-- Columns: stretch; half: how many of the largest it takes, NULL where nothing was paid; among: how many were paid
--   anything.
CREATE TABLE serving.concentration AS
WITH running AS (
    SELECT
        stretch,
        paid,
        sum(paid) OVER (PARTITION BY stretch ORDER BY by_paid) AS up_to_here,
        sum(paid) OVER (PARTITION BY stretch) AS total
    FROM serving.receipt_by
    WHERE paid > 0
)

SELECT
    stretch,
    count(*) FILTER (2 * (up_to_here - paid) < total)::INTEGER AS half,
    count(*)::INTEGER AS among
FROM running
GROUP BY stretch
ORDER BY stretch;
