-- Purpose: recipients named in accepted forms, each once, as the newest form says; among forms of
--   the same year the one of the municipality with the highest code.
-- Reads: sheet, the rows of sheet allocations.
-- Columns: as in table entity; municipality: the one whose form it is.
SELECT
    code,
    max_by(name, (year, municipality, name)) AS name,
    NULL AS legal_form,
    max_by(kind, (year, municipality, name)) AS recipient_kind,
    max_by(municipality, (year, municipality, name)) AS municipality,
    NULL AS successor,
    NULL AS closed_on
FROM sheet
GROUP BY code
ORDER BY code;
