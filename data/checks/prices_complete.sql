-- A row: a reporting year up to the base year of constant prices that has no price index, or a
-- first reporting year whose index is not 100.
-- LT: Kainų indeksas yra visiems metams iki palyginamųjų kainų metų, o pirmaisiais metais lygus
--     100.
-- EN: There is a price index for every year up to the base year of constant prices, 100 in the
--     first year.
SELECT reporting_year.year, price_index.price_index
FROM reporting_year
LEFT JOIN price_index USING (year)
WHERE
    (
        price_index.price_index IS NULL
        AND reporting_year.year <= (SELECT base.year FROM reporting_year AS base WHERE base.price_base)
    )
    OR (
        price_index.price_index <> 100
        AND reporting_year.year = (SELECT min(first.year) FROM reporting_year AS first)
    )
ORDER BY ALL;
