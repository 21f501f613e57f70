-- Purpose: the competitions that a page asks for, real and invented ones.
-- Parameters: the_municipality, the_county, the_area: codes; the_year; the_text: folded, a part of what
--   they are called; an empty text, and 0 for the year, ask for all.
-- Columns: of serving.competition.
CREATE MACRO competitions_asked(the_municipality, the_county, the_area, the_year, the_text) AS TABLE
SELECT *
FROM serving.competition
WHERE
    (the_municipality = '' OR municipality = the_municipality)
    AND (the_county = '' OR county = the_county)
    AND (the_area = '' OR area = the_area)
    AND (the_year = 0 OR year = the_year)
    AND (the_text = '' OR contains(said, the_text));
