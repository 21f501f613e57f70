-- Purpose: one indicator in one unit and area for every municipality and year.
-- Parameters: $indicator, $unit: ids of the catalogue; $area: a policy area or 'all'; $figures: 'all',
--   or 'real' without what is invented.
-- Columns: municipality, year; value: in the unit, NULL where state has none; state: code list
--   value_state; counts: whether it is ranked, classed and summed; estimated: the value rests on an
--   interpolated number of residents; demo: it is invented; provisional: it rests on payment requests;
--   corrected: something of that municipality and year was corrected by hand; small: its denominator
--   is small (see unit_terms).
-- Order: year, then municipalities in Lithuanian alphabetical order.
SELECT
    municipality,
    year,
    numerator / denominator AS value,
    state,
    counts,
    estimated,
    demo,
    provisional,
    corrected,
    small
FROM unit_terms($indicator, $area, $unit, $figures)
ORDER BY year, sort_lt;
