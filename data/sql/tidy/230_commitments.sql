-- Purpose: the commitments of all plans, in the plans' order.
-- Columns: as data/tidy/columns.csv tells them; title: ours where no source has one in that language; institutions:
--   codes, parted by spaces; deadline_original: in the text, or else as first told with a status; deadline_revised,
--   finished_on: as last told.
CREATE VIEW tidy.commitments AS
WITH answering AS (
    SELECT
        commitment,
        string_agg(institution, ' ' ORDER BY commitment_institution.rowid) AS institutions,
        string_agg(label_lt, '; ' ORDER BY commitment_institution.rowid) AS institution_names_lt,
        string_agg(label_en, '; ' ORDER BY commitment_institution.rowid) AS institution_names_en
    FROM commitment_institution
    JOIN code ON list = 'institution' AND code = institution
    GROUP BY commitment
),

said AS (
    SELECT
        commitment,
        arg_min(deadline_original, place) FILTER (deadline_original IS NOT NULL) AS deadline_original,
        arg_max(deadline_revised, place) FILTER (deadline_revised IS NOT NULL) AS deadline_revised,
        arg_max(finished_on, place) FILTER (finished_on IS NOT NULL) AS finished_on,
        count(*)::INTEGER AS statuses
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
    made.commitment,
    made.plan,
    made.section,
    sections.title_lt AS section_name_lt,
    sections.title_en AS section_name_en,
    made.number,
    made.theme,
    themes.label_lt AS theme_name_lt,
    themes.label_en AS theme_name_en,
    coalesce(made.title_lt, made.working_lt, made.title_en, made.working_en) AS title_lt,
    coalesce(made.title_en, made.working_en, made.title_lt, made.working_lt) AS title_en,
    made.title_lt IS NULL AND made.working_lt IS NOT NULL AS title_ours_lt,
    made.title_en IS NULL AND made.working_en IS NOT NULL AS title_ours_en,
    answering.institutions,
    answering.institution_names_lt,
    answering.institution_names_en,
    made.ogp_id,
    made.start_on,
    coalesce(made.deadline_original, said.deadline_original) AS deadline_original,
    said.deadline_revised,
    said.finished_on,
    coalesce(said.statuses, 0) AS statuses,
    coalesce(made.note_lt, made.note_en) AS note_lt,
    coalesce(made.note_en, made.note_lt) AS note_en,
    made.source
FROM commitment AS made
JOIN commitment_order USING (commitment)
JOIN code AS themes ON themes.list = 'commitment_theme' AND themes.code = made.theme
LEFT JOIN tidy.sections ON sections.plan = made.plan AND sections.section = made.section
LEFT JOIN answering ON answering.commitment = made.commitment
LEFT JOIN said ON said.commitment = made.commitment
ORDER BY commitment_order.place;
