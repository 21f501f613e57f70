-- Purpose: the legal entities that one was made of, and the one that it was merged into.
-- Parameters: $code: of the legal entity.
-- Columns: code, name: its code where that is all that is known; closed_on; heir: it is the one that took over;
--   received: it has a page as a recipient.
-- Order: those it was made of by name, then the heir.
SELECT
    entity.code,
    coalesce(entity.name, entity.code) AS name,
    entity.closed_on,
    coalesce(entity.successor, '') <> $code AS heir,
    recipient.code IS NOT NULL AS received
FROM entity
LEFT JOIN serving.recipient ON recipient.code = entity.code
WHERE
    entity.successor = $code
    OR entity.code = (SELECT own.successor FROM entity AS own WHERE own.code = $code)
ORDER BY heir, name;
