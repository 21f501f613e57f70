-- Purpose: the commitments of all plans, in the plans' order.
-- Columns: commitment, plan, section, section_lt, section_en, number, theme, theme_lt, theme_en,
--   title_lt, title_en, working_lt, working_en (ours, where no source has one), institution_lt, institution_en (joined by semicolons), ogp_id;
--   irm_verifiable, irm_relevance, irm_ambition: codes of these scales; start_on;
--   deadline_original: in the text, or else as first told with a status; deadline_revised,
--   finished_on: as last told; note_lt, note_en, source. What no source says is NULL.
WITH institutions AS (
    SELECT
        commitment,
        string_agg(label_lt, '; ' ORDER BY commitment_institution.rowid) AS institution_lt,
        string_agg(label_en, '; ' ORDER BY commitment_institution.rowid) AS institution_en
    FROM commitment_institution
    JOIN code ON list = 'institution' AND code = institution
    GROUP BY commitment
),

said AS (
    SELECT
        commitment,
        max(status) FILTER (scale = 'irm_verifiable') AS irm_verifiable,
        max(status) FILTER (scale = 'irm_relevance') AS irm_relevance,
        max(status) FILTER (scale = 'irm_ambition') AS irm_ambition,
        arg_min(deadline_original, place) FILTER (deadline_original IS NOT NULL)
            AS deadline_original,
        arg_max(deadline_revised, place) FILTER (deadline_revised IS NOT NULL) AS deadline_revised,
        arg_max(finished_on, place) FILTER (finished_on IS NOT NULL) AS finished_on
    FROM (
        SELECT
            *,
            row_number() OVER (
                ORDER BY coalesce(observed_on, known_after) NULLS FIRST, observed_on NULLS LAST
            ) AS place
        FROM commitment_status
    )
    GROUP BY commitment
)

SELECT
    commitment.commitment,
    commitment.plan,
    commitment.section,
    coalesce(plan_section.title_lt, plan_section.working_lt) AS section_lt,
    coalesce(plan_section.title_en, plan_section.working_en) AS section_en,
    commitment.number,
    commitment.theme,
    theme.label_lt AS theme_lt,
    theme.label_en AS theme_en,
    commitment.title_lt,
    commitment.title_en,
    commitment.working_lt,
    commitment.working_en,
    institutions.institution_lt,
    institutions.institution_en,
    commitment.ogp_id,
    said.irm_verifiable,
    said.irm_relevance,
    said.irm_ambition,
    commitment.start_on,
    coalesce(commitment.deadline_original, said.deadline_original) AS deadline_original,
    said.deadline_revised,
    said.finished_on,
    commitment.note_lt,
    commitment.note_en,
    commitment.source
FROM commitment
JOIN commitment_order USING (commitment)
JOIN code AS theme ON theme.list = 'commitment_theme' AND theme.code = commitment.theme
LEFT JOIN plan_section USING (plan, section)
LEFT JOIN institutions USING (commitment)
LEFT JOIN said USING (commitment)
ORDER BY commitment_order.place;
