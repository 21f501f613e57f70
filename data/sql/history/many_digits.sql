-- Purpose: keep only texts that might hold a personal code: eleven digits, perhaps parted.
-- Parameters: said: text.
-- Returns: the text; NULL where it cannot hold one.
CREATE MACRO many_digits(said) AS CASE
    WHEN regexp_matches(said, '([0-9][ \x{a0}\x{202f}/-]?){11}') THEN said
END;
