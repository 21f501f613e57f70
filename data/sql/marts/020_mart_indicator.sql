-- Purpose: every indicator, area, municipality and year, with the state of its figure.
-- Columns: numerator, denominator: value = numerator / denominator in the base unit (euros,
--   a share of 1, or a count); both NULL unless the state is ok, declared_zero or
--   not_comparable; state: code list value_state; demo: the form behind it is invented; corrected:
--   something of that municipality and year was corrected by hand; provisional: it rests on payment
--   requests; counts: it is ranked, classed and summed: its state is ok or declared_zero, and it is
--   invented if any such figure of the indicator and area is, whatever its year, as real and invented
--   ones are never counted together; real_counts: the same where nothing invented is looked at;
--   sort_lt: place of the municipality in Lithuanian order; of_applications: of indicator, residents,
--   estimated, total_eur, price_factor: of mart_context, repeated here because a view that joins nothing
--   is planned and answered four times as fast.
-- Order: as views ask for it, so that a view reads one stretch of the table.
CREATE TABLE mart_indicator AS
WITH grid AS (
    SELECT
        indicator.indicator,
        indicator."group",
        indicator.rate,
        indicator.of_residents,
        indicator.declarable,
        indicator.of_applications,
        map_area.area,
        municipality.code AS municipality,
        municipality.sort_lt,
        reporting_year.year
    FROM indicator
    JOIN map_area ON indicator.by_area OR map_area.area = 'all'
    CROSS JOIN municipality
    CROSS JOIN reporting_year
),

-- A plain amount that an accepted form does not mention is zero; a rate has to be given, and so has
-- all that a published table does not mention: it was not asked. Of what nothing was sent for, and of
-- areas that were not told apart, there is no figure.
filled AS (
    SELECT
        grid.*,
        submission.state AS submission_state,
        submission.demo,
        submission.provisional,
        CASE
            WHEN absent."group" IS NULL AND mixed.untold IS NULL
                THEN
                    if(
                        grid.rate OR submission.state = 'published',
                        v.numerator,
                        coalesce(v.numerator, 0)
                    )
        END AS numerator,
        CASE
            WHEN grid.of_residents THEN mart_context.residents / 10000
            WHEN grid.rate THEN v.denominator
            ELSE 1
        END::DECIMAL(18, 4) AS denominator,
        EXISTS (
            SELECT 1
            FROM correction_applied
            WHERE
                correction_applied.municipality = grid.municipality
                AND correction_applied.year = grid.year
        ) AS corrected,
        EXISTS (
            SELECT 1
            FROM series_break
            WHERE
                series_break.municipality = grid.municipality
                AND series_break.year = grid.year
                AND series_break.scope IN ('all', grid."group")
        ) AS broken
    FROM grid
    LEFT JOIN submission USING (municipality, year)
    LEFT JOIN not_delivered AS absent
        ON
            absent.municipality = grid.municipality
            AND absent.year = grid.year
            AND absent."group" = grid."group"
    LEFT JOIN (SELECT DISTINCT municipality, year, area, TRUE AS untold FROM untold_area) AS mixed
        USING (municipality, year, area)
    LEFT JOIN indicator_value AS v USING (indicator, municipality, year, area)
    LEFT JOIN mart_context USING (municipality, year)
),

judged AS (
    SELECT
        *,
        CASE
            WHEN submission_state IN ('not_asked', 'no_answer') THEN submission_state
            WHEN submission_state IS NULL OR submission_state = 'received' THEN 'no_data'
            WHEN numerator IS NULL OR coalesce(denominator, 0) = 0 THEN 'no_data'
            WHEN broken THEN 'not_comparable'
            WHEN submission_state = 'declared_zero' AND declarable AND numerator = 0
                THEN 'declared_zero'
            ELSE 'ok'
        END AS state,
        state NOT IN ('not_asked', 'no_answer', 'no_data') AS shown,
        state IN ('ok', 'declared_zero') AS comparable
    FROM filled
)

SELECT
    judged.indicator,
    judged.area,
    judged.municipality,
    judged.year,
    CASE WHEN judged.shown THEN judged.numerator END AS numerator,
    CASE WHEN judged.shown THEN judged.denominator END AS denominator,
    judged.state,
    judged.demo,
    judged.provisional,
    judged.corrected,
    judged.comparable
    AND judged.demo = bool_or(judged.comparable AND judged.demo)
        OVER (PARTITION BY judged.indicator, judged.area) AS counts,
    judged.comparable AND NOT judged.demo AS real_counts,
    judged.sort_lt,
    judged.of_applications,
    mart_context.residents,
    mart_context.estimated,
    mart_context.total_eur,
    mart_context.price_factor
FROM judged
LEFT JOIN mart_context USING (municipality, year)
ORDER BY judged.indicator, judged.area, judged.year, judged.sort_lt;
