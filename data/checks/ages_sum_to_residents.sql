-- A row: a municipality and year whose age groups do not follow each other from 0 to the open one, or do
-- not add up to its residents, where both were published together.
-- LT: Amžiaus grupės eina viena po kitos be tarpų, o jų suma lygi kartu paskelbtam gyventojų skaičiui.
-- EN: Age groups follow each other without gaps and add up to the residents published with them.
WITH grouped AS (
    SELECT
        municipality,
        year,
        residents,
        age_from <> coalesce(1 + lag(age_to, 1, -1) OVER groups, -1) AS apart,
        age_to IS NULL AS open
    FROM population_age
    WINDOW groups AS (PARTITION BY municipality, year ORDER BY age_from)
)

SELECT
    municipality,
    year,
    sum(grouped.residents) AS of_all_ages,
    any_value(published.residents) AS published
FROM grouped
LEFT JOIN raw.population AS published USING (municipality, year)
GROUP BY municipality, year
HAVING
    bool_or(apart)
    OR count(*) FILTER (open) <> 1
    OR (
        sum(grouped.residents) IS DISTINCT FROM any_value(published.residents)
        AND EXISTS (
            SELECT 1
            FROM source_year
            WHERE source_year.source = 'population_2021' AND source_year.year = grouped.year
        )
    )
ORDER BY ALL;
