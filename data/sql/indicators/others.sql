-- Purpose: money paid to recipients that are no budgetary or public institution of the municipality
--   and no NGO: companies, institutions of other founders, and those whose kind is not known.
-- Rows: of payment, with numerator: executed euros.
SELECT payment.*, executed AS numerator, NULL AS denominator, NULL AS once
FROM payment
WHERE recipient_kind NOT IN ('budgetary_institution', 'public_institution', 'ngo');
