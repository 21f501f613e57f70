-- A row: a competition that awarded another sum than was paid by it, or money by a competition that
-- is not there. Historical tables may hold the one without the other.
-- LT: Kiek konkurse skirta, tiek pagal jį ir išmokėta; prie konkurso būdu išmokėtų lėšų nurodytas
--     esamas konkursas (istorinėse lentelėse gali būti tik viena iš dviejų).
-- EN: What a competition awarded is what was paid by it, and money paid by competition names one
--     that is there (historical tables may hold only one of the two).
WITH whole AS (
    SELECT municipality, year
    FROM submission
    WHERE form_version IS DISTINCT FROM 'history'
),

paid AS (
    SELECT municipality, year, programme AS competition, sum(executed) AS paid
    FROM allocation
    SEMI JOIN whole USING (municipality, year)
    WHERE mode = 'competition'
    GROUP BY ALL
),

called AS (
    SELECT municipality, year, competition, awarded
    FROM competition
    SEMI JOIN whole USING (municipality, year)
)

SELECT municipality, year, competition, called.awarded, paid.paid
FROM called
FULL JOIN paid USING (municipality, year, competition)
WHERE coalesce(called.awarded, 0) <> coalesce(paid.paid, 0)
ORDER BY ALL;
