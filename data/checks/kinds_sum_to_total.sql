-- A row: a municipality, year and area where the money to budgetary institutions, public
-- institutions, NGOs and others does not add up to the total.
-- LT: Biudžetinėms, viešosioms įstaigoms, NVO ir kitiems išmokėtos lėšos sudėjus duoda visą sumą.
-- EN: Money paid to budgetary institutions, public institutions, NGOs and others adds up to the total.
WITH part AS (
    SELECT
        municipality,
        year,
        area,
        sum(numerator) FILTER (indicator = 'total') AS total,
        sum(numerator) FILTER (indicator IN ('budgetary', 'public', 'ngo_any')) AS parts
    FROM mart_indicator
    GROUP BY municipality, year, area
),

other AS (
    SELECT municipality, year, coalesce(area, 'all') AS area, sum(executed) AS other
    FROM payment
    WHERE recipient_kind = 'other'
    GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area))
)

SELECT municipality, year, area, part.total, part.parts, other.other
FROM part
LEFT JOIN other USING (municipality, year, area)
WHERE part.total <> part.parts + coalesce(other.other, 0)
ORDER BY ALL;
