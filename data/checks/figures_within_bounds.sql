-- A row: a row of a table with a figure below the least or above the greatest that its column may
-- hold, such as a negative amount.
-- LT: Nė vienas skaičius neišeina iš savo stulpelio ribų: sumos ir kiekiai nėra neigiami, dalys – nuo
--     0 iki 100 procentų.
-- EN: No figure is outside of its column's bounds: amounts and counts are not negative, shares lie
--     between 0 and 100 per cent.
-- For each: described_bound
SELECT $of_table AS "table", $name AS "column", used AS row
FROM query_table($of_table) AS used
WHERE used[$name] < $minimum OR used[$name] > $maximum
ORDER BY ALL;
