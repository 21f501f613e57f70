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
        sum(numerator) FILTER (indicator IN ('budgetary', 'public', 'others')) AS parts,
        sum(numerator) FILTER (indicator = 'ngo_any') AS ngo
    FROM mart_indicator
    GROUP BY municipality, year, area
),

-- A published table may not tell what NGOs got altogether, and still name some.
told AS (
    SELECT municipality, year, coalesce(area, 'all') AS area, sum(executed) AS ngo
    FROM payment
    WHERE recipient_kind = 'ngo'
    GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area))
)

SELECT municipality, year, area, part.total, part.parts, coalesce(part.ngo, told.ngo, 0) AS ngo
FROM part
LEFT JOIN told USING (municipality, year, area)
WHERE part.total <> part.parts + coalesce(part.ngo, told.ngo, 0)
ORDER BY ALL;
