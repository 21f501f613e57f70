-- Purpose: what was paid out, with the recipient's kind.
-- Columns: executed: euros.
CREATE VIEW payment AS
SELECT
    allocation.municipality,
    allocation.year,
    allocation.area,
    allocation.mode,
    allocation.entity,
    entity.recipient_kind,
    allocation.executed
FROM allocation
JOIN entity ON entity.code = allocation.entity;
