-- Purpose: how far a census moved the residents published for its year, where its figures are known.
-- Columns: municipality, year; counted: residents by the census; published: before its result, or as
--   revised by it once that is what the sources have; change_pct: from published to counted, per cent.
-- Order: the largest fall first.
SELECT
    census.municipality,
    census.year,
    census.residents AS counted,
    published.residents AS published,
    100.0 * census.residents / published.residents - 100 AS change_pct
FROM census
JOIN raw.population AS published USING (municipality, year)
ORDER BY change_pct, census.municipality;
