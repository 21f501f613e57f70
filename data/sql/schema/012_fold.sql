-- Purpose: a text reduced to what is compared when something is looked for, as geo.spelling.fold does it: no case, no
--   diacritics, no signs, one space between words.
CREATE MACRO fold(given) AS
trim(regexp_replace(strip_accents(lower(given)), '[^0-9a-z]+', ' ', 'g'));
