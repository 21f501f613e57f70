-- A row: a plan with other than as many commitments as its source says, a commitment or section
-- without any title, or a plan or commitment that no document speaks of.
-- LT: Kiekvienas planas turi tiek įsipareigojimų, kiek skelbta, kiekvienas turi pavadinimą ir
--     dokumentą.
-- EN: Every plan has as many commitments as were published, each with a title and a document.
SELECT 'commitments of plan' AS missing, plan AS code
FROM action_plan
WHERE published <> (SELECT count(*) FROM commitment WHERE commitment.plan = action_plan.plan)
UNION ALL
SELECT 'title', commitment FROM commitment WHERE coalesce(title_lt, title_en) IS NULL
UNION ALL
SELECT 'title', plan || '-' || section
FROM plan_section
WHERE coalesce(title_lt, title_en) IS NULL
UNION ALL
SELECT 'document of plan', plan FROM action_plan ANTI JOIN plan_citation USING (plan)
UNION ALL
SELECT 'document', commitment FROM commitment ANTI JOIN plan_citation USING (commitment)
ORDER BY ALL;
