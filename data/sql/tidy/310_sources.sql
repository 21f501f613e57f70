-- Purpose: every source of the figures, real ones first.
-- Columns: as data/tidy/columns.csv tells them; years: those that it has figures of, parted by spaces, NULL where
--   they are not tied to years.
CREATE VIEW tidy.sources AS
SELECT
    source.source,
    source.title_lt,
    source.title_en,
    source.publisher,
    source.url,
    source.licence_lt,
    source.licence_en,
    source.retrieved,
    source.kind,
    years.years,
    source.yields_to,
    coalesce(source.note_lt, source.note_en) AS note_lt,
    coalesce(source.note_en, source.note_lt) AS note_en,
    source.kind = 'demo' AS demo
FROM source
LEFT JOIN (
    SELECT
        source,
        string_agg(year::VARCHAR, ' ' ORDER BY year) AS years
    FROM source_year
    GROUP BY source
) AS years ON years.source = source.source
ORDER BY source.kind = 'demo', source.source;
