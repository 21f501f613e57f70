-- A row: money to an invented entity (code D…) in a form that is not marked as demonstration, or
-- to a real one in a form that is.
-- LT: Sugalvoti gavėjai yra tik demonstracinėse formose, tikri – tik tikrose.
-- EN: Invented recipients stand only in demonstration forms, real ones only in real forms.
SELECT allocation.municipality, allocation.year, allocation.entity, submission.demo
FROM allocation
JOIN submission USING (municipality, year)
WHERE starts_with(allocation.entity, 'D') <> submission.demo
ORDER BY ALL;
