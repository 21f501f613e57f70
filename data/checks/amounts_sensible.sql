-- A row: an allocation with a negative amount, or with more paid out than the revised plan.
SELECT municipality, year, entity, area, mode, programme, financing, planned, revised, executed
FROM allocation
WHERE least(planned, revised, executed) < 0 OR executed > revised
ORDER BY ALL;
