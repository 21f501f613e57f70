-- Purpose: their names and codes are in the list of legal entities no more.
DELETE FROM entity
WHERE code IN (SELECT code FROM private_person);
