-- Purpose: read an amount that is written plainly: 1234, 1234.5, 1 234,50, each also with € or Eur.
-- Parameters: said: text.
-- Returns: euros; NULL where it is written in another way and someone has to look closer.
CREATE MACRO plain_amount(said) AS CASE
    WHEN
        regexp_full_match(
            said,
            '([0-9]{1,11}|[0-9]{1,3}([ \x{a0}\x{202f}][0-9]{3}){1,3})([.,][0-9]{1,2})?( ?(€|[Ee]ur))?'
        )
        THEN translate(said, ', €Eeur' || chr(160) || chr(8239), '.')::DECIMAL(14, 2)
END;
