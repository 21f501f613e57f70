-- Purpose: what this build changed, before it is numbered.
-- Columns: as of change.
CREATE TEMPORARY TABLE found_change AS
SELECT * EXCLUDE (number, data_version, former_version, built_at)
FROM change
LIMIT 0;
