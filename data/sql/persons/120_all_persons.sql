-- Purpose: one entity stands for all private persons: of no municipality, and of each one's kinds.
-- Parameters: $code, $name: its code and name.
INSERT INTO entity
SELECT $code, $name, NULL, NULL, NULL, NULL, NULL
WHERE EXISTS (FROM private_person);
