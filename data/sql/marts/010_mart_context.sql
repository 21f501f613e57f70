-- Purpose: what a municipality-year's figures are divided by or scaled with.
-- Columns: residents: persons; estimated: residents are interpolated; total_eur: all money paid
--   out, all areas, NULL where no form was accepted; price_factor: from the year's prices to
--   those of the base year, NULL where no index is published.
CREATE TABLE mart_context AS
WITH total AS (
    SELECT municipality, year, sum(executed)::DECIMAL(14, 2) AS total_eur
    FROM payment
    SEMI JOIN answered USING (municipality, year)
    GROUP BY municipality, year
),

base AS (
    SELECT price_index AS base_index
    FROM price_index
    JOIN reporting_year USING (year)
    WHERE price_base
)

SELECT
    population.municipality,
    population.year,
    population.residents,
    population.estimated,
    total.total_eur,
    (base.base_index / price_index.price_index)::DECIMAL(12, 8) AS price_factor
FROM population
JOIN reporting_year USING (year)
LEFT JOIN total USING (municipality, year)
LEFT JOIN price_index USING (year)
LEFT JOIN base ON TRUE
ORDER BY population.year, population.municipality;
