-- Purpose: every source of the figures, real ones first.
-- Columns: as in the table source.
SELECT *
FROM source
ORDER BY kind = 'demo', source;
