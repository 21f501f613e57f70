-- A row: something of the action plans that refers to what is not there; code says to what.
-- LT: Kiekvienas veiksmų planų įsipareigojimas, vertinimas ir siekis remiasi žinomu planu, skyriumi,
--     skale ir dokumentu.
-- EN: Every commitment, assessment and promise of the action plans rests on a known plan, section,
--     scale and document.
WITH referred AS (
    SELECT 'plan_section' AS used_in, 'action_plan' AS list, plan AS code FROM plan_section
    UNION
    SELECT 'commitment', 'action_plan', plan FROM commitment
    UNION
    SELECT 'commitment', 'plan_section', plan || '-' || section FROM commitment
    UNION
    SELECT 'commitment_institution', 'commitment', commitment FROM commitment_institution
    UNION
    SELECT 'commitment_status', 'commitment', commitment FROM commitment_status
    UNION
    SELECT 'commitment_status', 'status_scale', scale || ' ' || status FROM commitment_status
    UNION
    SELECT 'commitment_status', 'plan_document', document FROM commitment_status
    UNION
    SELECT 'status_scale', 'commitment_scale', scale FROM status_scale
    UNION
    SELECT 'commitment_indicator', 'commitment', commitment FROM commitment_indicator
    UNION
    SELECT 'commitment_indicator', 'plan_document', document FROM commitment_indicator
    UNION
    SELECT 'commitment_indicator', 'indicator', indicator FROM commitment_indicator
    UNION
    SELECT 'commitment_indicator', 'map_area', area FROM commitment_indicator
    UNION
    SELECT 'plan_citation', 'action_plan', plan FROM plan_citation
    UNION
    SELECT 'plan_citation', 'commitment', commitment FROM plan_citation
    UNION
    SELECT 'plan_citation', 'plan_document', document FROM plan_citation
),

there AS (
    SELECT 'action_plan' AS list, plan AS code FROM action_plan
    UNION
    SELECT 'plan_section', plan || '-' || section FROM plan_section
    UNION
    SELECT 'commitment', commitment FROM commitment
    UNION
    SELECT 'commitment_scale', scale FROM commitment_scale
    UNION
    SELECT 'status_scale', scale || ' ' || status FROM status_scale
    UNION
    SELECT 'plan_document', document FROM plan_document
    UNION
    SELECT 'indicator', indicator FROM indicator
    UNION
    SELECT 'map_area', area FROM map_area
)

SELECT referred.*
FROM referred
ANTI JOIN there USING (list, code)
WHERE referred.code IS NOT NULL
ORDER BY ALL;
