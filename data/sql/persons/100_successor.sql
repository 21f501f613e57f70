-- Purpose: nothing says which private person took a legal entity over.
UPDATE entity
SET successor = NULL
WHERE successor IN (SELECT code FROM private_person);
