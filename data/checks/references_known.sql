-- A row: a row of a table that refers to what is not there: a municipality, year, recipient, source,
-- commitment, document or whatever else its column should name.
-- LT: Visa, kuo lentelės remiasi, tikrai yra: savivaldybės, apskritys, ataskaitiniai metai, lėšų
--     gavėjai, šaltiniai, įsipareigojimai, dokumentai.
-- EN: All that tables refer to is there: municipalities, counties, reporting years, recipients,
--     sources, commitments, documents.
-- For each: described_reference
SELECT $of_table AS "table", $name AS "column", used AS row
FROM query_table($of_table) AS used
ANTI JOIN query_table($refers_to) AS known ON known[$there]::VARCHAR = used[$name]::VARCHAR
WHERE used[$name] IS NOT NULL
ORDER BY ALL;
