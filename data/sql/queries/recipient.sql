-- Purpose: one recipient.
-- Parameters: $code: of the legal entity.
-- Columns: of serving.recipient; paid, awarded: NaN where there is none; closed_on: of entity. No row where there is none.
SELECT
    recipient.* EXCLUDE (by_name, folded, paid, awarded),
    recipient.paid::DOUBLE AS paid,
    recipient.awarded::DOUBLE AS awarded,
    entity.closed_on
FROM serving.recipient
LEFT JOIN entity ON entity.code = recipient.code AND entity.code = $code
WHERE recipient.code = $code;
