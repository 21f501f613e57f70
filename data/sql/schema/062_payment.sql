-- Purpose: what was paid out, with the recipient's kind as the municipality sees it: two of them may
--   see an entity differently, and each one's figures add up as it declared them.
-- Columns: executed: euros.
CREATE VIEW payment AS
SELECT
    allocation.municipality,
    allocation.year,
    allocation.area,
    allocation.mode,
    allocation.entity,
    coalesce(allocation.kind, entity.recipient_kind) AS recipient_kind,
    allocation.executed
FROM allocation
JOIN entity ON entity.code = allocation.entity;
