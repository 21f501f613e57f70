-- Purpose: all that a recipient was paid and awarded.
-- Parameters: $item: of serving.recipient.
-- Columns: municipality, year, area, mode, programme; paid, awarded: euros, NaN where there is none; provisional; total:
--   euros that the municipality paid to all that year, NaN where not known; price_factor: of mart_context; competition:
--   key of the competition that it was paid by, NULL where there is none.
-- Order: newest year first, then the most money.
WITH received AS (
    SELECT
        municipality,
        year,
        area,
        mode,
        programme,
        sum(paid) AS paid,
        sum(awarded) AS awarded,
        bool_or(provisional) AS provisional
    FROM serving.receipt
    WHERE item = $item
    GROUP BY municipality, year, area, mode, programme
)

SELECT
    received.* EXCLUDE (paid, awarded),
    received.paid::DOUBLE AS paid,
    received.awarded::DOUBLE AS awarded,
    mart_context.total_eur::DOUBLE AS total,
    mart_context.price_factor::DOUBLE AS price_factor,
    called.key AS competition
FROM received
LEFT JOIN mart_context USING (municipality, year)
LEFT JOIN serving.search_item AS called
    ON
        called.sought = 'competition'
        AND received.mode = 'competition'
        AND called.municipality = received.municipality
        AND called.year = received.year
        AND called.name = received.programme
ORDER BY received.year DESC, received.paid DESC NULLS LAST, received.awarded DESC NULLS LAST;
