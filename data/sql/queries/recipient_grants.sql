-- Purpose: what a recipient was awarded, as published lists have it.
-- Parameters: $code: of the legal entity.
-- Columns: municipality, year, title, programme, awarded, requested: euros, NaN where not told; awarded_on, link.
-- Order: newest first.
SELECT
    municipality,
    year,
    title,
    programme,
    awarded::DOUBLE AS awarded,
    requested::DOUBLE AS requested,
    awarded_on,
    link
FROM award
WHERE entity = $code
ORDER BY year DESC, awarded DESC, number ASC;
