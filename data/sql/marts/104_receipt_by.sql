-- Purpose: the recipients of each list of serving.stretch, so that a list is read from one stretch of this table.
--   Where receipts are so few that a list is grouped of them at once, it stays empty: it is five times as long.
-- Columns: stretch; item: of serving.recipient; paid, awarded: euros, NULL where there is none; last_year: in this
--   list; provisional: some of it is payment requests; by_paid, by_awarded, by_name, by_last: places from 1 in the
--   orders that a list can have, so that a page of it is a range of places.
-- Order: stretch, then what was paid and awarded, the most first.
CREATE TABLE serving.receipt_by AS
WITH line AS (
    SELECT
        CASE
            WHEN grouping(municipality) = 0 THEN 'municipality'
            WHEN grouping(kind) = 0 THEN 'kind'
            WHEN grouping(legal_form) = 0 THEN 'legal_form'
            WHEN grouping(area) = 0 THEN 'area'
            WHEN grouping(mode) = 0 THEN 'mode'
            WHEN grouping(financing) = 0 THEN 'financing'
            ELSE 'all'
        END AS dimension,
        if(
            dimension = 'all',
            '',
            coalesce(municipality, kind, legal_form, area, mode, financing)
        ) AS value,
        coalesce(year, 0) AS year,
        demo,
        item,
        sum(paid)::DECIMAL(18, 2) AS paid,
        sum(awarded)::DECIMAL(18, 2) AS awarded,
        max(receipt.year) AS last_year,
        bool_or(provisional) AS provisional
    FROM serving.receipt
    WHERE item > 0
    GROUP BY GROUPING SETS (
        (demo, item),
        (demo, item, year),
        (demo, item, municipality),
        (demo, item, municipality, year),
        (demo, item, kind),
        (demo, item, kind, year),
        (demo, item, legal_form),
        (demo, item, legal_form, year),
        (demo, item, area),
        (demo, item, area, year),
        (demo, item, mode),
        (demo, item, mode, year),
        (demo, item, financing),
        (demo, item, financing, year)
    )
)

SELECT
    stretch.stretch,
    line.item,
    line.paid,
    line.awarded,
    line.last_year,
    line.provisional,
    row_number() OVER (paid)::INTEGER AS by_paid,
    row_number() OVER (awarded)::INTEGER AS by_awarded,
    row_number() OVER (PARTITION BY stretch ORDER BY recipient.by_name)::INTEGER AS by_name,
    row_number() OVER (last)::INTEGER AS by_last
FROM line
JOIN serving.stretch USING (dimension, value, year, demo)
JOIN serving.recipient USING (item)
WHERE (SELECT count(*) FROM serving.receipt) > 300000
WINDOW
    paid AS (
        PARTITION BY stretch ORDER BY line.paid DESC NULLS LAST, line.awarded DESC NULLS LAST, item ASC
    ),
    awarded AS (
        PARTITION BY stretch ORDER BY line.awarded DESC NULLS LAST, line.paid DESC NULLS LAST, item ASC
    ),
    last AS (PARTITION BY stretch ORDER BY line.last_year DESC, line.paid DESC NULLS LAST, item ASC)
ORDER BY stretch, by_paid;
