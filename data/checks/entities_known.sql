-- A row: money to an entity, or a merger into one, that is not in the list of entities.
-- LT: Kiekvienas lėšų gavėjas ir kiekvienas teisių perėmėjas yra juridinių asmenų lentelėje.
-- EN: Every recipient of money and every successor is in the table of legal entities.
SELECT DISTINCT 'allocation' AS used_in, allocation.municipality, allocation.entity
FROM allocation
ANTI JOIN entity ON entity.code = allocation.entity
UNION ALL
SELECT 'entity', merged.municipality, merged.successor
FROM entity AS merged
ANTI JOIN entity AS successor ON successor.code = merged.successor
WHERE merged.successor IS NOT NULL
ORDER BY ALL;
