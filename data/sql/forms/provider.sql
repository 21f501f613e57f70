-- Purpose: entities that are known by their code alone, as providers of services.
-- Reads: sheet, the rows of sheet services; entity, where the recipients of money are already.
-- Columns: as in table entity; municipality: of those whose forms name it, the first by code.
SELECT
    provider_code AS code,
    NULL AS name,
    NULL AS legal_form,
    NULL AS recipient_kind,
    min(sheet.municipality) AS municipality,
    NULL AS successor,
    NULL AS closed_on
FROM sheet
ANTI JOIN entity ON entity.code = sheet.provider_code
WHERE provider_code IS NOT NULL
GROUP BY provider_code
ORDER BY provider_code;
