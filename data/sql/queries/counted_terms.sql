-- Purpose: what the figures of one indicator in one unit and area are made of, as it was counted.
-- Parameters: $indicator, $unit: ids of the catalogue; $area: a policy area or 'all'; $figures: 'all'
--   or 'real'.
-- Columns: numerator, denominator: value = numerator / denominator, times 100 for per cent and
--   times price_factor for constant prices; NULL where there is no figure; residents: persons;
--   price_factor: from the year's prices to those of the base year, NULL where no index is published.
-- Order: year, then municipalities in Lithuanian alphabetical order.
SELECT
    counted AS numerator,
    denominator,
    residents,
    price_factor
FROM unit_terms($indicator, $area, $unit, $figures)
ORDER BY year, sort_lt;
