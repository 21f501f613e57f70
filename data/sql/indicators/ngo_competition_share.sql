-- Purpose: the share of money that NGOs won in competitions in all that was paid out.
-- Rows: of payment, with numerator: executed euros to NGOs by competition; denominator: all executed
--   euros.
SELECT
    payment.*,
    if(recipient_kind = 'ngo' AND mode = 'competition', executed, 0) AS numerator,
    executed AS denominator,
    NULL AS once
FROM payment;
