-- Purpose: legal entities that received money or a grant; private persons are none of them.
-- Columns: as data/tidy/columns.csv tells them; paid, awarded: euros of all years, NULL where there is none.
-- Order: as of serving.recipient, real ones first, then by what they were paid; the table lies in it.
CREATE VIEW tidy.recipients AS
SELECT
    recipient.code AS recipient,
    recipient.name,
    recipient.by_name AS name_order,
    recipient.kind,
    kinds.label_lt AS kind_name_lt,
    kinds.label_en AS kind_name_en,
    recipient.legal_form,
    forms.label_lt AS legal_form_name_lt,
    forms.label_en AS legal_form_name_en,
    recipient.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    recipient.paid,
    recipient.awarded,
    recipient.first_year,
    recipient.last_year,
    recipient.municipalities AS given_by,
    entity.successor,
    entity.closed_on,
    recipient.demo
FROM serving.recipient
LEFT JOIN entity ON entity.code = recipient.code
LEFT JOIN municipality ON municipality.code = recipient.municipality
LEFT JOIN code AS kinds ON kinds.list = 'recipient_kind' AND kinds.code = recipient.kind
LEFT JOIN code AS forms ON forms.list = 'legal_form' AND forms.code = recipient.legal_form
ORDER BY recipient.item;
