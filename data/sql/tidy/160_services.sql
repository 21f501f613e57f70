-- Purpose: public services, and how far each municipality handed them over to NGOs and communities.
-- Columns: as data/tidy/columns.csv tells them; provider: NULL where none is given, or where it is a private person.
CREATE VIEW tidy.services AS
SELECT
    provided.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    provided.year,
    provided.service,
    services.label_lt AS service_name_lt,
    services.label_en AS service_name_en,
    provided.area,
    areas.label_lt AS area_name_lt,
    areas.label_en AS area_name_en,
    provided.provider_kind,
    kinds.label_lt AS provider_kind_name_lt,
    kinds.label_en AS provider_kind_name_en,
    provided.transfer_stage,
    stages.label_lt AS transfer_stage_name_lt,
    stages.label_en AS transfer_stage_name_en,
    provided.transfer_year,
    provided.yearly_value,
    if(provided.provider = 'private', NULL, provided.provider) AS provider,
    if(provided.provider = 'private', NULL, entity.name) AS provider_name,
    submission.demo,
    if(submission.demo, 'demo', submission.source) AS source
FROM service AS provided
JOIN submission USING (municipality, year)
SEMI JOIN answered USING (municipality, year)
JOIN municipality ON municipality.code = provided.municipality
LEFT JOIN entity ON entity.code = provided.provider
JOIN code AS services ON services.list = 'service' AND services.code = provided.service
JOIN code AS areas ON areas.list = 'policy_area' AND areas.code = provided.area
JOIN code AS kinds ON kinds.list = 'provider_kind' AND kinds.code = provided.provider_kind
JOIN code AS stages ON stages.list = 'transfer_stage' AND stages.code = provided.transfer_stage
ORDER BY provided.year, municipality.sort_lt, services.position;
