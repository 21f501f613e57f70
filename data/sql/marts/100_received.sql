-- Purpose: all that recipients were paid and all that they were awarded, so that both can be looked at alike; what was
--   awarded is not what was paid, and the two are never added.
-- Grain: as of allocation and award.
-- Columns: kind: as the municipality sees it; paid, awarded: euros, one of them NULL; demo: it is invented;
--   provisional: it is payment requests. What a list of grants does not tell is NULL.
CREATE VIEW serving.received AS
SELECT
    entity,
    municipality,
    year,
    area,
    mode,
    financing,
    programme,
    recipient_kind AS kind,
    executed AS paid,
    NULL::DECIMAL(14, 2) AS awarded,
    submission.demo,
    submission.provisional
FROM payment
JOIN submission USING (municipality, year)
SEMI JOIN answered USING (municipality, year)
UNION ALL
SELECT
    award.entity,
    award.municipality,
    award.year,
    award.area,
    award.mode,
    NULL AS financing,
    award.programme,
    entity.recipient_kind AS kind,
    NULL AS paid,
    award.awarded,
    starts_with(award.entity, 'D') AS demo,
    FALSE AS provisional
FROM award
JOIN entity ON entity.code = award.entity;
