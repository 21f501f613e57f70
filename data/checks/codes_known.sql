-- A row: a code that is used in a table and is not in its code list.
-- LT: Kiekvienas lentelėse vartojamas kodas yra savo kodų sąraše.
-- EN: Every code used in a table is in its code list.
WITH used AS (
    SELECT 'entity' AS used_in, 'recipient_kind' AS list, recipient_kind AS code FROM entity
    UNION
    SELECT 'entity', 'legal_form', legal_form FROM entity
    UNION
    SELECT 'allocation', 'recipient_kind', kind FROM allocation
    UNION
    SELECT 'allocation', 'policy_area', area FROM allocation
    UNION
    SELECT 'allocation', 'award_mode', mode FROM allocation
    UNION
    SELECT 'allocation', 'financing', financing FROM allocation
    UNION
    SELECT 'competition', 'policy_area', area FROM competition
    UNION
    SELECT 'service', 'service', service FROM service
    UNION
    SELECT 'service', 'policy_area', area FROM service
    UNION
    SELECT 'service', 'provider_kind', provider_kind FROM service
    UNION
    SELECT 'service', 'transfer_stage', transfer_stage FROM service
    UNION
    SELECT 'submission', 'submission_state', state FROM submission
    UNION
    SELECT 'action_plan', 'plan_state', state FROM action_plan
    UNION
    SELECT 'plan_section', 'section_kind', kind FROM plan_section
    UNION
    SELECT 'commitment', 'commitment_theme', theme FROM commitment
    UNION
    SELECT 'commitment_institution', 'institution', institution FROM commitment_institution
    UNION
    SELECT 'commitment_scale', 'commitment_scale', scale FROM commitment_scale
    UNION
    SELECT 'commitment_scale', 'assessor', unnest(string_split(assessors, ' '))
    FROM commitment_scale
    UNION
    SELECT 'status_scale', 'commitment_status', status FROM status_scale
    UNION
    SELECT 'commitment_status', 'assessor', assessor FROM commitment_status
    UNION
    SELECT 'commitment_status', 'obstacle', obstacle FROM commitment_status
    UNION
    SELECT 'mart_indicator', 'value_state', state FROM mart_indicator
)

SELECT used.*
FROM used
ANTI JOIN code USING (list, code)
WHERE used.code IS NOT NULL
ORDER BY ALL;
