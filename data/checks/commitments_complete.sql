-- A row: a plan with other than as many commitments as its source says, a commitment or section
-- without a title in each language, the source's or else ours and not both, or a plan or commitment that no document speaks of.
-- LT: Kiekvienas planas turi tiek įsipareigojimų, kiek skelbta, kiekvienas turi dokumentą ir
--     pavadinimą abiem kalbomis: šaltinio arba, jei jo nėra, mūsų.
-- EN: Every plan has as many commitments as were published, each with a document and a
--     title in both languages: the source's or, where it has none, ours.
SELECT 'commitments of plan' AS missing, plan AS code
FROM action_plan
WHERE published <> (SELECT count(*) FROM commitment WHERE commitment.plan = action_plan.plan)
UNION ALL
SELECT 'title', code
FROM (
    SELECT commitment AS code, title_lt, title_en, working_lt, working_en FROM commitment
    UNION ALL
    SELECT plan || '-' || section, title_lt, title_en, working_lt, working_en FROM plan_section
)
WHERE
    (title_lt IS NULL) = (working_lt IS NULL)
    OR (title_en IS NULL) = (working_en IS NULL)
    OR coalesce(title_lt, title_en) IS NULL
UNION ALL
SELECT 'document of plan', plan FROM action_plan ANTI JOIN plan_citation USING (plan)
UNION ALL
SELECT 'document', commitment FROM commitment ANTI JOIN plan_citation USING (commitment)
ORDER BY ALL;
