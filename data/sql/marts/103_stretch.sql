-- Purpose: the lists of recipients that are asked for most, each by one thing and perhaps a year, and what they come to.
-- Grain: dimension, value, year, demo.
-- Columns: stretch: number of the list; dimension: 'all', 'municipality', 'kind', 'legal_form', 'area', 'mode' or
--   'financing'; value: its code, '' of 'all'; year: 0 for all years; recipients: how many; paid, awarded: euros that
--   they received; private_paid, private_awarded: euros of private persons, who are on no list; provisional: some of it
--   is payment requests.
CREATE TABLE serving.stretch AS
WITH received AS (
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
        count(DISTINCT item) FILTER (item > 0)::INTEGER AS recipients,
        sum(paid) FILTER (item > 0)::DECIMAL(18, 2) AS paid,
        sum(awarded) FILTER (item > 0)::DECIMAL(18, 2) AS awarded,
        sum(paid) FILTER (item = 0)::DECIMAL(18, 2) AS private_paid,
        sum(awarded) FILTER (item = 0)::DECIMAL(18, 2) AS private_awarded,
        bool_or(provisional) AS provisional
    FROM serving.receipt
    GROUP BY GROUPING SETS (
        (demo),
        (demo, year),
        (demo, municipality),
        (demo, municipality, year),
        (demo, kind),
        (demo, kind, year),
        (demo, legal_form),
        (demo, legal_form, year),
        (demo, area),
        (demo, area, year),
        (demo, mode),
        (demo, mode, year),
        (demo, financing),
        (demo, financing, year)
    )
)

SELECT row_number() OVER (ORDER BY dimension, value, year, demo)::INTEGER AS stretch, received.*
FROM received
WHERE value IS NOT NULL
ORDER BY stretch;
