-- Purpose: money paid to recipients that are no budgetary or public institution of the municipality
--   and no NGO: companies, institutions of other founders, and those whose kind is not known.
-- Columns: municipality, year; area: 'all' or a policy area; numerator: executed euros;
--   denominator: 1.
SELECT
    municipality,
    year,
    coalesce(area, 'all') AS area,
    sum(executed) AS numerator,
    1 AS denominator
FROM payment
WHERE recipient_kind NOT IN ('budgetary_institution', 'public_institution', 'ngo')
GROUP BY GROUPING SETS ((municipality, year), (municipality, year, area));
