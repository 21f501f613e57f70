-- A row: a share below 0 or above 100 per cent.
-- LT: Dalys yra nuo 0 iki 100 procentų.
-- EN: Shares lie between 0 and 100 per cent.
SELECT 'openness.ngo_share' AS share, municipality, year, 'all' AS area, ngo_share AS percent
FROM openness
WHERE ngo_share NOT BETWEEN 0 AND 100
UNION ALL
SELECT indicator, municipality, year, area, 100 * numerator / denominator
FROM mart_indicator
JOIN indicator USING (indicator)
WHERE indicator.share AND numerator NOT BETWEEN 0 AND denominator
ORDER BY ALL;
