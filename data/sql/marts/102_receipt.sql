-- Purpose: what was received, with the recipients' numbers, for what is asked by several things at once and for the
--   page of one recipient.
-- Columns: item: of serving.recipient, 0 for private persons; legal_form: the recipient's; all others of
--   serving.received.
-- Order: municipality, year, recipient: a municipality's year is one stretch, and in each a recipient is one.
CREATE TABLE serving.receipt AS
SELECT
    received.municipality,
    received.year,
    coalesce(recipient.item, 0) AS item,
    received.demo,
    received.provisional,
    received.area,
    received.mode,
    received.financing,
    received.kind,
    recipient.legal_form,
    received.programme,
    sum(received.paid)::DECIMAL(14, 2) AS paid,
    sum(received.awarded)::DECIMAL(14, 2) AS awarded
FROM serving.received
LEFT JOIN serving.recipient ON recipient.code = received.entity
GROUP BY ALL
ORDER BY ALL;
