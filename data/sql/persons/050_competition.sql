-- Purpose: a link that only grants of private persons have leads to one of them.
UPDATE competition
SET link = NULL
WHERE
    link IN (SELECT award.link FROM award WHERE award.entity IN (SELECT code FROM private_person))
    AND link NOT IN (
        SELECT award.link
        FROM award
        WHERE award.entity NOT IN (SELECT code FROM private_person) AND award.link IS NOT NULL
    );
