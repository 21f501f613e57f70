-- Purpose: services that a private person provides keep that it does.
-- Parameters: $code: of the recipient that stands for all of them.
UPDATE service
SET provider = $code
WHERE provider IN (SELECT code FROM private_person);
