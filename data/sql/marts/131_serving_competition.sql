-- Purpose: every competition with the end of its address, as pages list, sum and search them.
-- Columns: key: <municipality>-<year>-<slug>, where several are alike two hyphens and a number behind it,
--   which no slug has; said: what it is called, folded to be searched (plain letters and digits, single
--   spaces); called: its place in the order of names; placed, sorted: those of its municipality and area;
--   success: share of the applications that were funded, NULL where these are not known; demo: it is
--   invented; source: whose it is; the others: of competition.
-- Order: by key, so that one is found in a stretch of the table.
CREATE TABLE serving.competition AS
WITH named AS (
    SELECT
        competition.*,
        submission.demo,
        if(submission.demo, 'demo', submission.source) AS source,
        municipality.county,
        municipality.sort_lt AS placed,
        code.position AS sorted,
        coalesce(nullif(slug_of(competition.competition), ''), 'x') AS slug
    FROM competition
    JOIN submission USING (municipality, year)
    SEMI JOIN answered USING (municipality, year)
    JOIN municipality ON municipality.code = competition.municipality
    JOIN code ON code.list = 'policy_area' AND code.code = competition.area
),

numbered AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY municipality, year, slug
            ORDER BY competition
        ) AS number
    FROM named
)

SELECT
    concat_ws('-', municipality, year, slug) || if(number > 1, '--' || number, '') AS key,
    municipality,
    county,
    year,
    competition,
    trim(regexp_replace(lower(strip_accents(competition)), '[^a-z0-9]+', ' ', 'g')) AS said,
    row_number() OVER (ORDER BY competition COLLATE lt, municipality, year) AS called,
    placed,
    area,
    sorted,
    announced,
    budget,
    applications,
    funded,
    funded / nullif(applications, 0) AS success,
    requested,
    awarded,
    link,
    demo,
    source,
    from_file,
    from_rows
FROM numbered
ORDER BY key;
