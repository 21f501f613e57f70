-- A row: a break in a series, or a part that was not delivered, that concerns neither a group of
-- indicators nor, as a break may, all of them.
-- LT: Kiekvienas sekos lūžis ir kiekviena neatsiųsta dalis pasako, kuriems rodikliams galioja.
-- EN: Every break in a series and every part not delivered says which indicators it concerns.
SELECT 'series_break' AS "table", municipality, year, scope
FROM series_break
ANTI JOIN indicator ON indicator."group" = series_break.scope
WHERE scope <> 'all'
UNION ALL
SELECT 'not_delivered', municipality, year, "group"
FROM not_delivered
ANTI JOIN indicator USING ("group")
ORDER BY ALL;
