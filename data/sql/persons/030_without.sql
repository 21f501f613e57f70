-- Purpose: no row is a private person's own any more.
DELETE FROM allocation
WHERE entity IN (SELECT code FROM private_person);
