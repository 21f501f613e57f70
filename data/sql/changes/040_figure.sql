-- Purpose: figures that came, went or changed, of indicators that were there before; of each municipality
--   as many as of any other, the real ones, those of all areas together and the newest first.
-- Parameters: most: how many of all municipalities are listed.
INSERT INTO found_change BY NAME
WITH changed AS (
    SELECT
        'figure' AS kind,
        municipality,
        year,
        indicator,
        area,
        was.state AS before,
        now.state AS after,
        was.numerator AS before_numerator,
        was.denominator AS before_denominator,
        now.numerator AS after_numerator,
        now.denominator AS after_denominator,
        was.demo AS before_demo,
        now.demo AS after_demo,
        count(*) OVER (PARTITION BY municipality) AS figures,
        row_number() OVER (
            PARTITION BY municipality
            ORDER BY coalesce(now.demo, was.demo), area <> 'all', year DESC, indicator ASC, area ASC
        ) AS place
    FROM mart_indicator AS now
    LEFT JOIN former.mart_indicator AS was USING (indicator, area, municipality, year)
    SEMI JOIN (SELECT DISTINCT indicator, area FROM former.mart_indicator) USING (indicator, area)
    WHERE
        (now.numerator IS NOT NULL OR was.numerator IS NOT NULL)
        AND (now.numerator, now.denominator, now.state, now.demo)
        IS DISTINCT FROM (was.numerator, was.denominator, was.state, was.demo)
)

SELECT * EXCLUDE (place)
FROM changed
QUALIFY row_number() OVER (ORDER BY place, municipality) <= $most;
