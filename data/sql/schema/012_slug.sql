-- Purpose: the end of an address, of whatever something is called.
-- Parameters: said: a name or a code.
-- Gives: lower case without diacritics, a hyphen for all that is neither letter nor digit, at most 60 of
--   them; empty where nothing is left.
CREATE MACRO slug_of(said) AS trim(regexp_replace(lower(strip_accents(said)), '[^a-z0-9]+', '-', 'g'), '-')[:60];
