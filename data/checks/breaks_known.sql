-- A row: a break in a series whose scope is neither 'all' nor a group of indicators.
-- LT: Kiekvienas sekos lūžis pasako, kuriems rodikliams jis galioja.
-- EN: Every break in a series says which indicators it concerns.
SELECT series_break.municipality, series_break.year, series_break.scope
FROM series_break
ANTI JOIN indicator ON indicator."group" = series_break.scope
WHERE series_break.scope <> 'all'
ORDER BY ALL;
