-- Purpose: recipients that are known from published lists of grants alone, as the newest one names
--   them; among lists of the same year the one of the municipality with the highest code.
-- Reads: sheet, the rows of sheet awards; entity, where the recipients named in forms are already.
-- Columns: as in table entity; recipient_kind: NULL, as lists do not say it.
SELECT
    sheet.code,
    max_by(sheet.name, (sheet.year, sheet.municipality, sheet.name)) AS name,
    NULL AS legal_form,
    NULL AS recipient_kind,
    max_by(sheet.municipality, (sheet.year, sheet.municipality, sheet.name)) AS municipality,
    NULL AS successor,
    NULL AS closed_on
FROM sheet
ANTI JOIN entity ON entity.code = sheet.code
GROUP BY sheet.code
ORDER BY sheet.code;
