-- A row: a municipality and reporting year without a positive number of residents.
-- LT: Kiekvienos savivaldybės gyventojų skaičius žinomas kiekvienais ataskaitiniais metais.
-- EN: Every municipality has a number of residents in every reporting year.
SELECT municipality.code AS municipality, reporting_year.year, population.residents
FROM municipality
CROSS JOIN reporting_year
LEFT JOIN population
    ON population.municipality = municipality.code AND population.year = reporting_year.year
WHERE population.residents IS NULL OR population.residents <= 0
ORDER BY ALL;
