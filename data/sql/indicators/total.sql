-- Purpose: all money that the municipality paid out.
-- Rows: of payment, with numerator: executed euros.
SELECT payment.*, executed AS numerator, NULL AS denominator, NULL AS once
FROM payment;
