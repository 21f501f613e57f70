-- Purpose: legal entities that received money or a grant; private persons are none of them.
-- Columns: as data/tidy/columns.csv tells them; paid, awarded: euros of all years, NULL where there is none.
-- Order: as the table lies, by item: real ones first, then by what they were paid. It is not sorted anew, as there may
--   be a million. Who is gone is grouped, as DuckDB 2.0 forgets the limit of a question where a filter of what is
--   joined on the left leaves nothing.
CREATE VIEW tidy.recipients AS
SELECT
    recipient.code AS recipient,
    recipient.name,
    recipient.by_name AS name_order,
    recipient.kind,
    tidy.label_lt('recipient_kind', recipient.kind) AS kind_name_lt,
    tidy.label_en('recipient_kind', recipient.kind) AS kind_name_en,
    recipient.legal_form,
    tidy.label_lt('legal_form', recipient.legal_form) AS legal_form_name_lt,
    tidy.label_en('legal_form', recipient.legal_form) AS legal_form_name_en,
    recipient.municipality,
    tidy.place_lt(recipient.municipality) AS municipality_name_lt,
    tidy.place_en(recipient.municipality) AS municipality_name_en,
    tidy.place_order(recipient.municipality) AS municipality_name_order,
    recipient.paid,
    recipient.awarded,
    recipient.first_year,
    recipient.last_year,
    recipient.municipalities AS given_by,
    gone.successor,
    gone.closed_on,
    recipient.demo
FROM serving.recipient
LEFT JOIN (
    SELECT
        code,
        max(successor) AS successor,
        max(closed_on) AS closed_on
    FROM entity
    WHERE successor IS NOT NULL OR closed_on IS NOT NULL
    GROUP BY code
) AS gone ON gone.code = recipient.code;
