-- A row: a municipality and year whose form was accepted, although it pays nothing to anyone.
-- LT: Kiekviena savivaldybė, kurios forma priimta, tais metais bent kam nors išmokėjo lėšų.
-- EN: Every municipality whose form was accepted paid money to someone that year.
SELECT municipality, year, mart_context.total_eur
FROM answered
LEFT JOIN mart_context USING (municipality, year)
WHERE coalesce(mart_context.total_eur, 0) <= 0
ORDER BY ALL;
