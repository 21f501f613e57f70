-- A row: a municipality, year and area where competitions awarded another sum than was paid to NGOs
-- by competition.
WITH awarded AS (
    SELECT municipality, year, area, sum(awarded) AS awarded
    FROM competition
    GROUP BY ALL
),

paid AS (
    SELECT municipality, year, area, sum(executed) AS paid
    FROM payment
    WHERE recipient_kind = 'ngo' AND mode = 'competition'
    GROUP BY ALL
)

SELECT municipality, year, area, awarded.awarded, paid.paid
FROM awarded
FULL JOIN paid USING (municipality, year, area)
WHERE coalesce(awarded.awarded, 0) <> coalesce(paid.paid, 0)
ORDER BY ALL;
