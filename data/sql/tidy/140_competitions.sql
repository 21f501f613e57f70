-- Purpose: competitions for NGOs that municipalities held.
-- Columns: as data/tidy/columns.csv tells them; competition: the end of its address.
CREATE VIEW tidy.competitions AS
SELECT
    called.key AS competition,
    called.competition AS title,
    called.called AS title_order,
    called.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    called.year,
    called.area,
    areas.label_lt AS area_name_lt,
    areas.label_en AS area_name_en,
    called.announced,
    called.budget,
    called.applications,
    called.funded,
    100 * called.success AS success,
    called.requested,
    called.awarded,
    called.link,
    called.demo,
    called.source
FROM serving.competition AS called
JOIN municipality ON municipality.code = called.municipality
JOIN code AS areas ON areas.list = 'policy_area' AND areas.code = called.area
ORDER BY called.key;
