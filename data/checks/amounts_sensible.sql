-- A row: an allocation of the demonstration set with more paid out than the revised plan, which in a
-- real form is odd but happens.
-- LT: Demonstraciniuose duomenyse neišmokėta daugiau, nei numatyta patikslintame plane.
-- EN: In the demonstration set no more was paid out than the revised plan has.
SELECT municipality, year, entity, area, mode, programme, financing, revised, executed
FROM allocation
JOIN submission USING (municipality, year)
WHERE submission.demo AND executed > revised
ORDER BY ALL;
