-- Purpose: the figures of every indicator as they are counted, for statements of others, which see real rows or invented
--   rows alone (data/tidy/sandbox.py).
-- Columns: numerator, denominator: as rows come to them; value = numerator / denominator in the base unit (euros, a share
--   of 1, or a count), NULL where the state has none; residents, price_factor: of the year; counts: with others of its kind.
SELECT
    mart_indicator.indicator,
    mart_indicator.area,
    mart_indicator.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    mart_indicator.year,
    mart_indicator.numerator / mart_indicator.denominator AS value,
    mart_indicator.numerator,
    mart_indicator.denominator,
    mart_indicator.residents,
    mart_indicator.price_factor,
    mart_indicator.state,
    if(mart_indicator.demo, mart_indicator.counts, mart_indicator.real_counts) AS counts,
    mart_indicator.estimated,
    mart_indicator.provisional,
    mart_indicator.corrected,
    mart_indicator.demo
FROM atlas.main.mart_indicator
JOIN atlas.main.municipality ON municipality.code = mart_indicator.municipality;
