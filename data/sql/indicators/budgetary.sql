-- Purpose: money paid to budgetary institutions.
-- Rows: of payment, with numerator: executed euros.
SELECT payment.*, executed AS numerator, NULL AS denominator, NULL AS once
FROM payment
WHERE recipient_kind = 'budgetary_institution';
