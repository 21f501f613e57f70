-- Purpose: how many competitions are found, and would be without one of the filters.
-- Parameters: $municipality, $county, $area, $year, $text: as of the macro competitions_asked.
-- Columns: without: the filter that is left out, empty where none is; real, demo: how many.
WITH judged AS (
    SELECT
        demo,
        $municipality = '' OR municipality = $municipality AS by_municipality,
        $county = '' OR county = $county AS by_county,
        $area = '' OR area = $area AS by_area,
        $year = 0 OR year = $year AS by_year,
        $text = '' OR contains(said, $text) AS by_text
    FROM serving.competition
)

SELECT
    given.without,
    count(*) FILTER (NOT judged.demo) AS real,
    count(*) FILTER (judged.demo) AS demo
FROM (VALUES (''), ('municipality'), ('county'), ('area'), ('year'), ('text')) AS given (without)
JOIN judged
    ON
        (given.without = 'municipality' OR judged.by_municipality)
        AND (given.without = 'county' OR judged.by_county)
        AND (given.without = 'area' OR judged.by_area)
        AND (given.without = 'year' OR judged.by_year)
        AND (given.without = 'text' OR judged.by_text)
GROUP BY given.without;
