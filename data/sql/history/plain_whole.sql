-- Purpose: read a whole number that is written plainly.
-- Parameters: said: text.
-- Returns: the number; NULL where it is written in another way and someone has to look closer.
CREATE MACRO plain_whole(said) AS CASE
    WHEN regexp_full_match(said, '[0-9]{1,9}') THEN said::INTEGER
END;
