-- Purpose: how many NGOs received money, in any mode, per 10,000 residents.
-- Rows: of payment, with numerator: 1 for an NGO that was paid something; once: the NGO, which counts
--   once however often it was paid; private persons are none.
SELECT payment.*, 1 AS numerator, NULL AS denominator, entity AS once
FROM payment
WHERE recipient_kind = 'ngo' AND executed > 0 AND entity <> 'private';
