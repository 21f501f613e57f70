-- Purpose: the one place where an indicator's figures are turned into a unit.
-- Parameters: the_indicator, the_area, the_unit: ids of the catalogue; the_figures: 'all', or 'real':
--   then what is invented is not there, as in a database that was built without it.
-- Columns: hidden: it is invented and only real ones are asked for; municipality, year, state;
--   numerator, denominator: value = numerator / denominator in the unit, and sums of both make the
--   figure of several municipalities; counts: whether the figure is ranked, classed and summed;
--   counted: the numerator as it was counted, before per cent and prices; residents, price_factor:
--   of mart_context; estimated: the value rests on an interpolated number of residents; demo,
--   provisional, corrected: of mart_indicator; small: the figure is there, and is so much per resident of
--   fewer than 5,000, or of fewer than 5 applications, so that a single case moves it far; sort_lt:
--   Lithuanian order of municipalities.
-- Units: eur, count: as they are. per_10000: per 10,000 residents, divided in the query.
--   per_resident: euros per resident. percent: of the query's own denominator.
--   budget_share: per cent of all that the municipality paid out that year.
--   constant, constant_per_resident: euros, and euros per resident, in prices of the base year; years
--   without a price index are left out.
CREATE MACRO unit_terms(the_indicator, the_area, the_unit, the_figures) AS TABLE
SELECT
    demo AND the_figures = 'real' AS hidden,
    municipality,
    year,
    if(hidden, 'not_asked', state) AS state,
    CASE
        WHEN hidden THEN NULL
        WHEN the_unit IN ('eur', 'count', 'per_10000', 'per_resident') THEN numerator::DOUBLE
        WHEN the_unit IN ('percent', 'budget_share') THEN numerator::DOUBLE * 100
        WHEN the_unit IN ('constant', 'constant_per_resident')
            THEN numerator::DOUBLE * price_factor::DOUBLE
    END AS numerator,
    CASE WHEN hidden THEN NULL ELSE denominator::DOUBLE END * CASE the_unit
        WHEN 'per_resident' THEN residents
        WHEN 'constant_per_resident' THEN residents
        WHEN 'budget_share' THEN total_eur::DOUBLE
        ELSE 1
    END AS denominator,
    if(the_figures = 'real', real_counts, counts) AS counts,
    if(hidden, NULL, numerator::DOUBLE) AS counted,
    residents,
    price_factor::DOUBLE AS price_factor,
    estimated
    AND the_unit IN ('per_resident', 'constant_per_resident', 'per_10000') AS estimated,
    demo AND NOT hidden AS demo,
    provisional,
    corrected AND NOT hidden AS corrected,
    CASE
        WHEN hidden OR numerator IS NULL THEN FALSE
        WHEN the_unit IN ('per_resident', 'constant_per_resident', 'per_10000') THEN residents < 5000
        ELSE of_applications AND denominator < 5
    END AS small,
    sort_lt
FROM mart_indicator
WHERE
    indicator = the_indicator
    AND area = the_area
    AND (
        the_unit NOT IN ('constant', 'constant_per_resident') OR price_factor IS NOT NULL
    );
