-- A row: a section of an unknown plan, a commitment of an unknown section, or an assessment of an
-- unknown commitment.
-- LT: Kiekvienas įsipareigojimas priklauso žinomam planui ir skyriui, kiekvienas vertinimas –
--     žinomam įsipareigojimui.
-- EN: Every commitment belongs to a known plan and section, every assessment to a known commitment.
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
