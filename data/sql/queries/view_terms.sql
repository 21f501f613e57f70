-- Purpose: all that a map needs of one indicator in one unit and area, in one answer.
-- Parameters: $indicator, $unit: ids of the catalogue; $area: a policy area or 'all'; $figures: 'all'
--   or 'real'.
-- Columns: year; numerator, denominator: their sums make the figure of several municipalities;
--   value, state, counts, estimated, demo, provisional, corrected, small: as in indicator_view.
-- Order: year, then municipalities in Lithuanian alphabetical order.
SELECT
    year,
    numerator,
    denominator,
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
