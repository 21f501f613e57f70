-- Purpose: every source of the figures, real ones first.
-- Columns: as in the table source; years: those that it has figures of, ascending; NULL where they
--   are not tied to years.
SELECT source.*, years.years
FROM source
LEFT JOIN (
    SELECT source, list(year ORDER BY year) AS years FROM source_year GROUP BY source
) AS years USING (source)
ORDER BY source.kind = 'demo', source.source;
