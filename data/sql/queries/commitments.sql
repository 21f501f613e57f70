-- Purpose: a plan's commitments with the government's latest assessment of each.
-- Parameters: $plan.
-- Columns: commitment, plan, section, section_lt, section_en, number, title_lt, title_en,
--   institution_lt, institution_en, ogp_id; status: code list implementation_status, NULL where
--   not assessed; observed_on: the day of the assessment; source: of the commitment.
SELECT
    commitment.commitment,
    commitment.plan,
    commitment.section,
    plan_section.title_lt AS section_lt,
    plan_section.title_en AS section_en,
    commitment.number,
    commitment.title_lt,
    commitment.title_en,
    commitment.institution_lt,
    commitment.institution_en,
    commitment.ogp_id,
    latest.status,
    latest.observed_on,
    commitment.source
FROM commitment
JOIN plan_section USING (plan, section)
LEFT JOIN (
    SELECT commitment, arg_max(status, observed_on) AS status, max(observed_on) AS observed_on
    FROM commitment_status
    WHERE assessor = 'government'
    GROUP BY commitment
) AS latest USING (commitment)
WHERE commitment.plan = $plan
ORDER BY
    list_position(
        ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'], commitment.section
    ),
    commitment.section,
    commitment.number;
