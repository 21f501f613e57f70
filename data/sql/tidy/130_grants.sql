-- Purpose: grants from lists that municipalities published, row by row; what a list does not tell is NULL.
-- Columns: as data/tidy/columns.csv tells them; recipient: NULL for private persons.
CREATE VIEW tidy.grants AS
SELECT
    award.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    award.year,
    award.number,
    recipient.code AS recipient,
    recipient.name AS recipient_name,
    recipient.by_name AS recipient_name_order,
    award.title,
    award.programme,
    award.area,
    areas.label_lt AS area_name_lt,
    areas.label_en AS area_name_en,
    award.mode,
    modes.label_lt AS mode_name_lt,
    modes.label_en AS mode_name_en,
    award.awarded,
    award.requested,
    award.awarded_on,
    award.reference,
    award.link,
    starts_with(award.entity, 'D') AS demo,
    if(starts_with(award.entity, 'D'), 'demo', input_file.source) AS source
FROM award
LEFT JOIN serving.recipient ON recipient.code = award.entity
LEFT JOIN municipality ON municipality.code = award.municipality
LEFT JOIN input_file ON input_file.file = award.from_file
LEFT JOIN code AS areas ON areas.list = 'policy_area' AND areas.code = award.area
LEFT JOIN code AS modes ON modes.list = 'award_mode' AND modes.code = award.mode
ORDER BY award.year, municipality.sort_lt, award.number;
