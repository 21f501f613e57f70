-- Purpose: read a text that needs no tidying: printed letters and signs, single spaces between words,
--   something other than dashes, no more than 500 characters, and nothing that might be personal
--   data.
-- Parameters: said: text.
-- Returns: the text; NULL where someone has to look closer.
CREATE MACRO plain_text(said) AS CASE
    WHEN
        regexp_full_match(said, '[!-~¡-ɏ–—„“”’…€№]+( [!-~¡-ɏ–—„“”’…€№]+)*')
        AND regexp_matches(said, '[0-9A-Za-zÀ-ɏ]')
        AND length(said) <= 500
        AND perhaps_personal(said) IS NULL
        THEN said
END;
