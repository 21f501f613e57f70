-- Purpose: legal entities that received money or a grant; private persons are none of them.
-- Columns: as data/tidy/columns.csv tells them; paid, awarded: euros of all years, NULL where there is none.
CREATE VIEW tidy.recipients AS
SELECT
    recipient.code AS recipient,
    recipient.name,
    recipient.kind,
    recipient.legal_form,
    recipient.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    recipient.paid,
    recipient.awarded,
    recipient.first_year,
    recipient.last_year,
    recipient.municipalities AS given_by,
    recipient.demo
FROM serving.recipient
LEFT JOIN municipality ON municipality.code = recipient.municipality
ORDER BY recipient.item;
