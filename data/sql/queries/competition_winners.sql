-- Purpose: who won a competition.
-- Parameters: $key.
-- Columns: entity: its code; name; awarded, requested: euros; title: of the project.
-- Order: who got most first.
SELECT
    winner.entity,
    entity.name,
    winner.awarded,
    winner.requested,
    winner.title
FROM (
    SELECT *
    FROM serving.winner
    WHERE key = $key
) AS winner
LEFT JOIN entity ON entity.code = winner.entity
ORDER BY winner.awarded DESC, entity.name ASC, winner.entity ASC, winner.title ASC;
