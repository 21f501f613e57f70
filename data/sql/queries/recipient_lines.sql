-- Purpose: recipients that are asked for by several things at once.
-- Parameters: $municipality, $kind, $legal_form, $area, $mode, $financing: codes, '' for all; $year: 0 for all.
-- Columns: demo; item: of serving.recipient, 0 for private persons; paid, awarded: euros, NaN where there is none;
--   last_year; provisional; by_name: place in Lithuanian order, 0 of private persons.
-- Order: what was paid and awarded, the most first.
SELECT
    demo,
    item,
    paid::DOUBLE AS paid,
    awarded::DOUBLE AS awarded,
    last_year,
    provisional,
    coalesce(by_name, 0) AS by_name
FROM (
    SELECT
        demo,
        item,
        sum(paid) AS paid,
        sum(awarded) AS awarded,
        max(year) AS last_year,
        bool_or(provisional) AS provisional
    FROM serving.receipt
    WHERE
        ($municipality = '' OR municipality = $municipality)
        AND ($year = 0 OR year = $year)
        AND ($kind = '' OR kind = $kind)
        AND ($legal_form = '' OR legal_form = $legal_form)
        AND ($area = '' OR area = $area)
        AND ($mode = '' OR mode = $mode)
        AND ($financing = '' OR financing = $financing)
    GROUP BY demo, item
) AS asked
LEFT JOIN (SELECT item, by_name FROM serving.recipient) AS recipient USING (item)
ORDER BY paid DESC NULLS LAST, awarded DESC NULLS LAST, item ASC;
