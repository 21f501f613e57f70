-- A row: something of the action plans that rests on what is not there and takes two columns, or a
-- list in one, to name: a section of a plan, a status of a scale, an assessor of a scale.
-- LT: Kiekvieno įsipareigojimo skyrius yra jo plane, kiekviena būklė – jos skalėje, o skalėmis
--     vertina žinomi vertintojai.
-- EN: Every commitment's section is in its plan, every status on its scale, and scales are used by
--     known assessors.
SELECT 'commitment' AS "table", commitment.plan || '-' || commitment.section AS unknown
FROM commitment
ANTI JOIN plan_section USING (plan, section)
WHERE commitment.section IS NOT NULL
UNION ALL
SELECT 'commitment_status', commitment_status.scale || ' ' || commitment_status.status
FROM commitment_status
ANTI JOIN status_scale USING (scale, status)
UNION ALL
SELECT 'commitment_scale', used.assessor
FROM (SELECT unnest(string_split(assessors, ' ')) AS assessor FROM commitment_scale) AS used
ANTI JOIN code ON code.list = 'assessor' AND code.code = used.assessor
ORDER BY ALL;
