-- A row: an indicator that is a part of a whole, below nothing or above the whole.
-- LT: Rodikliai, kurie yra visumos dalis, yra nuo 0 iki 100 procentų.
-- EN: Indicators that are a part of a whole lie between 0 and 100 per cent.
SELECT indicator, municipality, year, area, 100 * numerator / denominator AS percent
FROM mart_indicator
JOIN indicator USING (indicator)
WHERE indicator.share AND numerator NOT BETWEEN 0 AND denominator
ORDER BY ALL;
