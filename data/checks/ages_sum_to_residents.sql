-- A row: a municipality and year whose age groups do not follow each other from 0 to the open one, or do
-- not add up to its residents, where both were published together: their sources are of one day, and
-- nobody corrected the residents since.
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
),

together AS (
    SELECT of_ages.year
    FROM (
        VALUES ('population_older', 'population'), ('population_age', 'population_2021')
    ) AS pair (ages, people)
    JOIN source AS ages ON ages.source = pair.ages
    JOIN source AS people ON people.source = pair.people AND people.retrieved = ages.retrieved
    JOIN source_year AS of_ages ON of_ages.source = pair.ages
    JOIN source_year AS of_people
        ON of_people.source = pair.people AND of_people.year = of_ages.year
)

SELECT
    municipality,
    year,
    sum(grouped.residents) AS of_all_ages,
    any_value(published.residents) AS published
FROM grouped
LEFT JOIN raw.population AS published USING (municipality, year)
LEFT JOIN (
    SELECT DISTINCT municipality, year, TRUE AS by_hand
    FROM correction_applied
    WHERE "table" = 'population'
) AS corrected USING (municipality, year)
GROUP BY municipality, year
HAVING
    bool_or(apart)
    OR count(*) FILTER (open) <> 1
    OR (
        sum(grouped.residents) <> any_value(published.residents)
        AND any_value(by_hand) IS NULL
        AND year IN (SELECT together.year FROM together)
    )
ORDER BY ALL;
