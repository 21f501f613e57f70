-- Purpose: some of the rows behind a figure of a municipality, those that add most first.
-- Reads: counted, the rows of a query of sql/indicators.
-- Parameters: $municipality, $year; $area: a policy area or 'all'; $most, $after: how many rows, and how
--   many to leave out.
SELECT *
FROM counted
WHERE municipality = $municipality AND year = $year AND $area IN ('all', area)
ORDER BY numerator DESC, counted ASC
LIMIT $most
OFFSET $after;
