-- Purpose: what a list of recipients comes to that is asked for by one thing and perhaps a year.
-- Parameters: $dimension, $value, $year: as in serving.stretch.
-- Columns: as in serving.stretch; half, among: as in serving.concentration.
-- Order: the real ones, then the invented ones; none where there are none.
SELECT
    stretch,
    demo,
    recipients,
    paid::DOUBLE AS paid,
    awarded::DOUBLE AS awarded,
    private_paid::DOUBLE AS private_paid,
    private_awarded::DOUBLE AS private_awarded,
    provisional,
    coalesce(half, 0) AS half,
    coalesce(among, 0) AS among
FROM serving.stretch
LEFT JOIN serving.concentration USING (stretch)
WHERE dimension = $dimension AND value = $value AND year = $year
ORDER BY demo;
