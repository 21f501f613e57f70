-- Purpose: grants of private persons stay with their amounts; nothing tells whose they are.
-- Parameters: $code: of the recipient that stands for all of them.
UPDATE award
SET
    entity = $code,
    title = NULL,
    reference = NULL,
    link = NULL,
    programme = if(mode = 'competition', programme, NULL)
WHERE entity IN (SELECT code FROM private_person);
