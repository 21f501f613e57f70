-- A row: the same thing is said twice in a table; the key shows what should have been there once.
-- LT: Nė vienoje lentelėje tas pats nepasakyta du kartus.
-- EN: No table says the same thing twice.
-- For each: described_key
SELECT
    $of_table AS "table",
    COLUMNS(LAMBDA name: list_contains($key, name)),
    count(*) AS times
FROM query_table($of_table)
GROUP BY ALL
HAVING count(*) > 1
ORDER BY ALL;
