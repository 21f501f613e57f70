-- A row: a row of a table with a link that is no address of a page on the web.
-- LT: Kiekviena nuoroda yra tinklalapio adresas.
-- EN: Every link is the address of a web page.
-- For each: described_link
SELECT $of_table AS "table", $name AS "column", used AS row
FROM query_table($of_table) AS used
WHERE NOT regexp_full_match(used[$name], '(?i)https?://[^ ]+')
ORDER BY ALL;
