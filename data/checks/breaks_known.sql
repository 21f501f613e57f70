-- A row: a break in a series whose scope is neither 'all' nor a group of indicators.
SELECT series_break.municipality, series_break.year, series_break.scope
FROM series_break
ANTI JOIN indicator ON indicator."group" = series_break.scope
WHERE series_break.scope <> 'all'
ORDER BY ALL;
