-- A row: a grant larger than what its recipient asked for.
-- LT: Niekam neskirta daugiau, negu prašyta.
-- EN: Nobody was awarded more than was asked for.
SELECT municipality, year, number, entity, requested, awarded
FROM award
WHERE awarded > requested
ORDER BY ALL;
