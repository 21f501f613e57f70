-- Purpose: what the figures of one indicator in a unit, area and year are made of, of every municipality.
-- Parameters: $indicator, $unit: ids of the catalogue; $area: a policy area or 'all'; $figures: 'all',
--   or 'real' without what is invented; $year.
-- Columns: municipality; value: in the unit, NULL where state has none; counted, out_of: numerator and
--   denominator as rows come to them, before they are turned into the unit; total_eur: all that was paid
--   out; residents, price_factor: of mart_context; state, counts, estimated, demo, provisional,
--   corrected, small: as in indicator_view; interpolated: the residents are.
-- Order: municipalities in Lithuanian alphabetical order.
SELECT
    terms.municipality,
    terms.numerator / terms.denominator AS value,
    if(terms.hidden, NULL, base.numerator) AS counted,
    if(terms.hidden, NULL, base.denominator) AS out_of,
    base.total_eur,
    base.residents,
    base.price_factor,
    terms.state,
    terms.counts,
    terms.estimated,
    terms.demo,
    terms.provisional,
    terms.corrected,
    terms.small,
    base.estimated AS interpolated
FROM unit_terms($indicator, $area, $unit, $figures) AS terms
JOIN mart_indicator AS base USING (municipality, year)
WHERE year = $year AND base.indicator = $indicator AND base.area = $area
ORDER BY terms.sort_lt;
