-- A row: a competition that funded more applications than it received, awarded more than was asked
-- for or more than it had, or has a negative figure.
SELECT municipality, year, competition, applications, funded, budget, requested, awarded
FROM competition
WHERE
    funded > applications
    OR awarded > requested
    OR awarded > budget
    OR least(applications, funded, budget, requested, awarded) < 0
ORDER BY ALL;
