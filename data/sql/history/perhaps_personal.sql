-- Purpose: keep only texts that might hold personal data: eleven digits, perhaps parted; an address;
--   six digits after what begins a telephone number.
-- Parameters: said: text.
-- Returns: the text; NULL where it cannot hold any.
CREATE MACRO perhaps_personal(said) AS CASE
    WHEN
        regexp_matches(said, '([0-9][^0-9A-Za-z]{0,3}){11}')
        OR contains(said, '@')
        OR contains(said, '***********')
        OR regexp_matches(
            said,
            '(\+|\([08]|(^|[^0-9A-Za-z])[08][ \x{a0}\x{202f}-]|(00)?370|[08]6|(?i:tel|mob|faks|phone)[^0-9]{0,9})([ ()-]{0,3}[0-9]){4}'
        )
        THEN said
END;
