-- A row: figures of a municipality and year that was not asked or did not answer.
WITH figures AS (
    SELECT 'allocation' AS found_in, municipality, year FROM allocation
    UNION
    SELECT 'competition', municipality, year FROM competition
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
