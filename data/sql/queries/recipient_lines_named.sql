-- Purpose: some recipients of the lists that are asked for by one thing and perhaps a year.
-- Parameters: $dimension, $value, $year: as in serving.stretch; $items: numbers of recipients, with commas between.
-- Columns: as of recipient_lines; by_name is that of the list.
-- Order: as of recipient_lines.
SELECT
    demo,
    item,
    receipt_by.paid::DOUBLE AS paid,
    receipt_by.awarded::DOUBLE AS awarded,
    last_year,
    receipt_by.provisional,
    by_name
FROM serving.receipt_by
JOIN serving.stretch USING (stretch)
WHERE
    dimension = $dimension
    AND value = $value
    AND year = $year
    AND item IN (SELECT unnest(string_split($items, ','))::INTEGER)
ORDER BY by_paid;
