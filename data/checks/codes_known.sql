-- A row: a row of a table with a code that is not in the column's code list.
-- LT: Kiekvienas lentelėse vartojamas kodas yra savo kodų sąraše.
-- EN: Every code used in a table is in its code list.
-- For each: described_codes
SELECT $of_table AS "table", $name AS "column", used AS row
FROM query_table($of_table) AS used
ANTI JOIN code ON code.list = $codes AND code.code = used[$name]
WHERE used[$name] IS NOT NULL
ORDER BY ALL;
