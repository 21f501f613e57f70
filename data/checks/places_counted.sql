-- A row: there are not 60 municipalities or not 10 counties.
-- LT: Savivaldybių yra 60, apskričių – 10.
-- EN: There are 60 municipalities and 10 counties.
SELECT 'municipality' AS place, count(*) AS found, 60 AS expected
FROM municipality
HAVING count(*) <> 60
UNION ALL
SELECT 'county', count(*), 10
FROM county
HAVING count(*) <> 10;
