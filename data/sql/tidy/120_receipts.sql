-- Purpose: what legal entities, and all private persons together, were paid and awarded by a municipality in a year.
-- Columns: as data/tidy/columns.csv tells them; recipient: NULL for private persons; paid, awarded: euros, one of them
--   NULL where there is none; receipt: place in serving.receipt, the same for as long as the data are.
CREATE VIEW tidy.receipts AS
WITH listed AS (
    SELECT
        award.municipality,
        award.year,
        min(input_file.source) AS source
    FROM award
    JOIN input_file ON input_file.file = award.from_file
    GROUP BY award.municipality, award.year
)

SELECT
    receipt.rowid::INTEGER + 1 AS receipt,
    receipt.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    receipt.year,
    recipient.code AS recipient,
    recipient.name AS recipient_name,
    recipient.by_name AS recipient_name_order,
    receipt.kind,
    kinds.label_lt AS kind_name_lt,
    kinds.label_en AS kind_name_en,
    receipt.area,
    areas.label_lt AS area_name_lt,
    areas.label_en AS area_name_en,
    receipt.mode,
    modes.label_lt AS mode_name_lt,
    modes.label_en AS mode_name_en,
    receipt.financing,
    financings.label_lt AS financing_name_lt,
    financings.label_en AS financing_name_en,
    receipt.programme,
    receipt.paid,
    receipt.awarded,
    receipt.provisional,
    receipt.demo,
    CASE
        WHEN receipt.demo THEN 'demo'
        WHEN receipt.paid IS NULL THEN coalesce(listed.source, submission.source)
        ELSE submission.source
    END AS source
FROM serving.receipt
LEFT JOIN serving.recipient ON recipient.item = receipt.item
LEFT JOIN municipality ON municipality.code = receipt.municipality
LEFT JOIN submission ON submission.municipality = receipt.municipality AND submission.year = receipt.year
LEFT JOIN listed ON listed.municipality = receipt.municipality AND listed.year = receipt.year
LEFT JOIN code AS kinds ON kinds.list = 'recipient_kind' AND kinds.code = receipt.kind
LEFT JOIN code AS areas ON areas.list = 'policy_area' AND areas.code = receipt.area
LEFT JOIN code AS modes ON modes.list = 'award_mode' AND modes.code = receipt.mode
LEFT JOIN code AS financings ON financings.list = 'financing' AND financings.code = receipt.financing
ORDER BY receipt.rowid;
