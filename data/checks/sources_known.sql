-- A row: a fact that names a source which is not described.
-- LT: Kiekvienas nurodytas šaltinis yra aprašytas.
-- EN: Every source that is named is described.
WITH named AS (
    SELECT 'action_plan' AS named_in, source FROM action_plan
    UNION
    SELECT 'commitment', source FROM commitment
)

SELECT named.*
FROM named
ANTI JOIN source USING (source)
ORDER BY ALL;
