-- A row: an allocation with a negative amount; or one of the demonstration set with more paid out
-- than the revised plan, which in a real form is odd but happens.
-- LT: Nė viena suma nėra neigiama.
-- EN: No amount is negative.
SELECT municipality, year, entity, area, mode, programme, financing, planned, revised, executed
FROM allocation
JOIN submission USING (municipality, year)
WHERE least(planned, revised, executed) < 0 OR (submission.demo AND executed > revised)
ORDER BY ALL;
