-- A row: a municipality and reporting year of which it is not said what became of the form.
-- LT: Apie kiekvienos savivaldybės kiekvienų metų formą žinoma, kas jai nutiko.
-- EN: It is known what became of the form of every municipality and year.
SELECT municipality.code AS municipality, reporting_year.year
FROM municipality
CROSS JOIN reporting_year
ANTI JOIN submission
    ON submission.municipality = municipality.code AND submission.year = reporting_year.year
ORDER BY ALL;
