-- A row: figures of a municipality and year that was not asked or did not answer.
-- LT: Neprašyta ar neatsakiusi savivaldybė neturi duomenų, kurių nesiuntė.
-- EN: A municipality that was not asked or did not answer has no figures that it never sent.
WITH figures AS (
    SELECT 'allocation' AS found_in, municipality, year FROM allocation
    UNION
    SELECT 'competition', municipality, year FROM competition
    UNION
    SELECT 'award', municipality, year FROM award
    UNION
    SELECT 'service', municipality, year FROM service
    UNION
    SELECT 'openness', municipality, year FROM openness
)

SELECT figures.*, submission.state
FROM figures
JOIN submission USING (municipality, year)
WHERE submission.state IN ('not_asked', 'no_answer')
ORDER BY ALL;
