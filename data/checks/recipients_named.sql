-- A row: an entity that got money, although its name or its kind is not known.
-- LT: Kiekvieno lėšų gavėjo žinomas pavadinimas ir tipas.
-- EN: The name and the kind of every recipient of money are known.
SELECT DISTINCT entity.code, entity.name, entity.recipient_kind
FROM entity
JOIN allocation ON allocation.entity = entity.code
WHERE
    entity.name IS NULL
    OR coalesce(entity.recipient_kind, allocation.kind) IS NULL
ORDER BY ALL;
