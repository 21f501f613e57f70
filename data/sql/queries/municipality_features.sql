-- Purpose: what municipalities are compared by when those that are alike are looked for.
-- Parameters: $year; $figures: 'all' or 'real', of the budget.
-- Columns: municipality; residents: persons at 1 January of the year, residents_estimated where
--   interpolated; area_km2; density: residents a square kilometre; older: per cent of residents aged 65
--   and over in older_year, the newest year not after $year, or else the first, in which an age group
--   begins at 65 (ten-year groups are not split); budget: euros paid out per resident, NULL where that
--   does not count (see unit_terms); budget_demo: it is invented; group: city, resort, ring or other;
--   county: its code.
-- Order: Lithuanian alphabetical order.
WITH told AS (
    SELECT coalesce(max(year) FILTER (year <= $year), min(year)) AS year
    FROM population_age
    WHERE age_from = 65
),

older AS (
    SELECT
        municipality,
        year AS older_year,
        100.0 * sum(residents) FILTER (age_from >= 65) / sum(residents) AS older
    FROM population_age
    JOIN told USING (year)
    GROUP BY municipality, year
)

SELECT
    municipality.code AS municipality,
    population.residents,
    population.estimated AS residents_estimated,
    municipality.area_km2::DOUBLE AS area_km2,
    population.residents / municipality.area_km2::DOUBLE AS density,
    older.older,
    older.older_year,
    if(budget.counts, budget.numerator / budget.denominator, NULL) AS budget,
    coalesce(budget.counts AND budget.demo, FALSE) AS budget_demo,
    municipality."group",
    municipality.county
FROM municipality
JOIN population ON population.municipality = municipality.code AND population.year = $year
LEFT JOIN older ON older.municipality = municipality.code
LEFT JOIN unit_terms('total', 'all', 'per_resident', $figures) AS budget
    ON budget.municipality = municipality.code AND budget.year = $year
ORDER BY municipality.sort_lt;
