-- A row: a competition that funded more applications than it received; or one of the demonstration
-- set that awarded more than was asked for or more than it had, which in a real form is odd but
-- happens.
-- LT: Konkursas nefinansavo daugiau paraiškų, nei gavo.
-- EN: No competition funded more applications than it received.
SELECT municipality, year, competition, applications, funded, budget, requested, awarded
FROM competition
JOIN submission USING (municipality, year)
WHERE
    funded > applications
    OR (submission.demo AND awarded > least(requested, budget))
ORDER BY ALL;
