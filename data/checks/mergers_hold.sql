-- A row: a merged entity without a closing day, or one that was paid in a year after it closed.
-- LT: Prijungta įstaiga turi veiklos pabaigos datą ir po jos lėšų negauna.
-- EN: A merged entity has a closing day and gets no money after it.
SELECT code AS entity, closed_on, NULL AS paid_in
FROM entity
WHERE successor IS NOT NULL AND closed_on IS NULL
UNION ALL
SELECT DISTINCT entity.code, entity.closed_on, allocation.year
FROM allocation
JOIN entity ON entity.code = allocation.entity
WHERE allocation.year > year(entity.closed_on)
ORDER BY ALL;
