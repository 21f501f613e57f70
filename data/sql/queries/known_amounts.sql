-- Purpose: what each legal entity received of a municipality in a year, invented figures left out.
-- Columns: municipality, year, entity; executed: euros, as text, so that no cent is lost.
SELECT
    allocation.municipality,
    allocation.year,
    allocation.entity,
    sum(allocation.executed)::VARCHAR AS executed
FROM allocation
JOIN answered USING (municipality, year)
JOIN submission USING (municipality, year)
WHERE NOT submission.demo
GROUP BY ALL
ORDER BY ALL;
