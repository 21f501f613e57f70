-- A row: a municipality and year whose figures of money were accepted, although it pays nothing to
-- anyone. One of which only a published list of grants is known has no such figures.
-- LT: Kiekviena savivaldybė, kurios išmokėtų lėšų duomenys priimti, tais metais bent kam nors
--     išmokėjo lėšų.
-- EN: Every municipality whose figures of money paid were accepted paid money to someone that year.
SELECT municipality, year, mart_context.total_eur
FROM answered
LEFT JOIN mart_context USING (municipality, year)
ANTI JOIN (
    FROM not_delivered
    WHERE "group" = 'budget'
) AS absent USING (municipality, year)
WHERE coalesce(mart_context.total_eur, 0) <= 0
ORDER BY ALL;
