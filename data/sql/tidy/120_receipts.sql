-- Purpose: what legal entities, and all private persons together, were paid and awarded by a municipality in a year.
-- Columns: as data/tidy/columns.csv tells them; recipient: NULL for private persons; paid, awarded: euros, one of them
--   NULL where there is none; receipt: place in serving.receipt, the same for as long as the data are.
-- Order: as the table lies. It is not sorted anew, as there may be millions.
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
    tidy.place_lt(receipt.municipality) AS municipality_name_lt,
    tidy.place_en(receipt.municipality) AS municipality_name_en,
    tidy.place_order(receipt.municipality) AS municipality_name_order,
    receipt.year,
    recipient.code AS recipient,
    recipient.name AS recipient_name,
    recipient.by_name AS recipient_name_order,
    receipt.kind,
    tidy.label_lt('recipient_kind', receipt.kind) AS kind_name_lt,
    tidy.label_en('recipient_kind', receipt.kind) AS kind_name_en,
    receipt.area,
    tidy.label_lt('policy_area', receipt.area) AS area_name_lt,
    tidy.label_en('policy_area', receipt.area) AS area_name_en,
    receipt.mode,
    tidy.label_lt('award_mode', receipt.mode) AS mode_name_lt,
    tidy.label_en('award_mode', receipt.mode) AS mode_name_en,
    receipt.financing,
    tidy.label_lt('financing', receipt.financing) AS financing_name_lt,
    tidy.label_en('financing', receipt.financing) AS financing_name_en,
    receipt.programme,
    receipt.paid,
    receipt.awarded,
    receipt.provisional,
    receipt.demo,
    CASE
        WHEN receipt.demo THEN 'demo'
        WHEN receipt.paid IS NULL THEN coalesce(told.listed, told.sent)
        ELSE told.sent
    END AS source
FROM serving.receipt
LEFT JOIN serving.recipient ON recipient.item = receipt.item
LEFT JOIN (
    SELECT
        submission.municipality,
        submission.year,
        submission.source AS sent,
        listed.source AS listed
    FROM submission
    LEFT JOIN listed ON listed.municipality = submission.municipality AND listed.year = submission.year
) AS told ON told.municipality = receipt.municipality AND told.year = receipt.year;
