-- A row: the same thing is said twice in a table; grain shows what should have been there once.
-- LT: Nė vienoje lentelėje tas pats nepasakyta du kartus.
-- EN: No table says the same thing twice.
WITH counted AS (
    SELECT 'population' AS said_in, concat_ws(' ', municipality, year) AS grain FROM population
    UNION ALL
    SELECT 'entity', code FROM entity
    UNION ALL
    SELECT
        'allocation',
        concat_ws(' ', municipality, year, entity, area, mode, programme, financing)
    FROM allocation
    UNION ALL
    SELECT 'competition', concat_ws(' ', municipality, year, competition) FROM competition
    UNION ALL
    SELECT 'service', concat_ws(' ', municipality, year, service) FROM service
    UNION ALL
    SELECT 'openness', concat_ws(' ', municipality, year) FROM openness
    UNION ALL
    SELECT 'submission', concat_ws(' ', municipality, year) FROM submission
    UNION ALL
    SELECT 'series_break', concat_ws(' ', municipality, year, scope) FROM series_break
    UNION ALL
    SELECT
        'commitment_status',
        concat_ws(
            ' ',
            commitment,
            assessor,
            scale,
            coalesce(observed_on::VARCHAR, concat_ws(' ', 'no date, after', known_after))
        )
    FROM commitment_status
    UNION ALL
    SELECT 'plan_citation', concat_ws(' ', plan, commitment, document) FROM plan_citation
)

SELECT said_in, grain, count(*) AS times
FROM counted
GROUP BY said_in, grain
HAVING count(*) > 1
ORDER BY ALL;
