-- Purpose: money paid to NGOs, however it was awarded.
-- Rows: of payment, with numerator: executed euros.
SELECT payment.*, executed AS numerator, NULL AS denominator, NULL AS once
FROM payment
WHERE recipient_kind = 'ngo';
