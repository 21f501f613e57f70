-- A row: a section of an unknown plan, a commitment of an unknown section, or an assessment of an
-- unknown commitment.
SELECT 'plan_section' AS used_in, concat_ws(' ', plan, section) AS code
FROM plan_section
ANTI JOIN action_plan USING (plan)
UNION ALL
SELECT 'commitment', commitment
FROM commitment
ANTI JOIN plan_section USING (plan, section)
UNION ALL
SELECT 'commitment_status', commitment
FROM commitment_status
ANTI JOIN commitment USING (commitment)
ORDER BY ALL;
