-- Purpose: a part of a list of recipients that is asked for by one thing and perhaps a year.
-- Parameters: $stretch: of serving.stretch; $sort: 'paid', 'awarded', 'name' or 'last'; $first, $last: places in that
--   order.
-- Columns: code, name, kind, legal_form, municipality: of serving.recipient; paid, awarded: euros, NaN where there is
--   none; last_year, provisional.
-- Order: as asked.
WITH line AS (
    SELECT
        *,
        CASE $sort
            WHEN 'paid' THEN by_paid
            WHEN 'awarded' THEN by_awarded
            WHEN 'name' THEN by_name
            ELSE by_last
        END AS place
    FROM serving.receipt_by
    WHERE stretch = $stretch AND place BETWEEN $first AND $last
)

SELECT
    recipient.code,
    recipient.name,
    recipient.kind,
    recipient.legal_form,
    recipient.municipality,
    line.paid::DOUBLE AS paid,
    line.awarded::DOUBLE AS awarded,
    line.last_year,
    line.provisional
FROM line
JOIN serving.recipient USING (item)
ORDER BY line.place;
