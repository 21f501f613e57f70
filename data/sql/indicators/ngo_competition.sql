-- Purpose: money paid to NGOs that won it in a competition.
-- Rows: of payment, with numerator: executed euros.
SELECT payment.*, executed AS numerator, NULL AS denominator, NULL AS once
FROM payment
WHERE recipient_kind = 'ngo' AND mode = 'competition';
